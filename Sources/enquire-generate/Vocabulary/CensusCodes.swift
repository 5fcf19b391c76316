/// Ethnicity in the codes of the national census of children in need.
enum Ethnicity: String, CodedValue {
  case whiteBritish = "WBRI"
  case whiteIrish = "WIRI"
  case irishTraveller = "WIRT"
  case roma = "WROM"
  case whiteOther = "WOTH"
  case mixedCaribbean = "MWBC"
  case mixedAfrican = "MWBA"
  case mixedAsian = "MWAS"
  case mixedOther = "MOTH"
  case indian = "AIND"
  case pakistani = "APKN"
  case bangladeshi = "ABAN"
  case asianOther = "AOTH"
  case blackCaribbean = "BCRB"
  case blackAfrican = "BAFR"
  case blackOther = "BOTH"
  case chinese = "CHNE"
  case other = "OOTH"

  var label: String {
    switch self {
    case .whiteBritish: "White British"
    case .whiteIrish: "White Irish"
    case .irishTraveller: "Traveller of Irish heritage"
    case .roma: "Gypsy or Roma"
    case .whiteOther: "Any other White background"
    case .mixedCaribbean: "White and Black Caribbean"
    case .mixedAfrican: "White and Black African"
    case .mixedAsian: "White and Asian"
    case .mixedOther: "Any other Mixed background"
    case .indian: "Indian"
    case .pakistani: "Pakistani"
    case .bangladeshi: "Bangladeshi"
    case .asianOther: "Any other Asian background"
    case .blackCaribbean: "Black Caribbean"
    case .blackAfrican: "Black African"
    case .blackOther: "Any other Black background"
    case .chinese: "Chinese"
    case .other: "Any other ethnic group"
    }
  }

  /// The broad group it is published under.
  var group: EthnicGroup {
    switch self {
    case .whiteBritish, .whiteIrish, .irishTraveller, .roma, .whiteOther: .white
    case .mixedCaribbean, .mixedAfrican, .mixedAsian, .mixedOther: .mixed
    case .indian, .pakistani, .bangladeshi, .asianOther: .asian
    case .blackCaribbean, .blackAfrican, .blackOther: .black
    case .chinese, .other: .other
    }
  }
}

enum EthnicGroup: String, CodedValue {
  case white = "White"
  case mixed = "Mixed"
  case asian = "Asian or Asian British"
  case black = "Black or Black British"
  case other = "Chinese or other"
}

/// Disability in the codes of the national census of children in need.
///
/// `NONE` is a value: it says that there is none, which an empty field does not.
enum Disability: String, CodedValue {
  case noDisability = "NONE"
  case mobility = "MOB"
  case hand = "HAND"
  case personalCare = "PC"
  case incontinence = "INC"
  case communication = "COMM"
  case learning = "LD"
  case hearing = "HEAR"
  case vision = "VIS"
  case behaviour = "BEH"
  case consciousness = "CON"
  case autism = "AUT"
  case other = "DDA"

  var label: String {
    switch self {
    case .noDisability: "No disability"
    case .mobility: "Mobility"
    case .hand: "Hand function"
    case .personalCare: "Personal care"
    case .incontinence: "Incontinence"
    case .communication: "Communication"
    case .learning: "Learning"
    case .hearing: "Hearing"
    case .vision: "Vision"
    case .behaviour: "Behaviour"
    case .consciousness: "Consciousness"
    case .autism: "Autism or Asperger syndrome"
    case .other: "Other disability"
    }
  }
}
