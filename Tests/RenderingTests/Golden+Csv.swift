extension Golden {
  /// What each sample is in CSV.
  static let csv: [String: String] = [
    "count": #"""
    count
    194

    """#,
    "count-of-some": #"""
    count
    35

    """#,
    "share": #"""
    count,base,percent
    31,90,34.4

    """#,
    "share-of-some": #"""
    count,base,percent
    31,86,36.0

    """#,
    "count-by": #"""
    status,count
    Known,29
    CP plan,149
    ,16

    """#,
    "list": #"""
    id,age,weight,born,died,needs,share,summary
    C001,3,12.5,2006-07-14,true,MOB;HAND,34.4,"seen, but ""late"""
    C002,,3,,false,"",,"two
    lines | a	tab"
    Zoë,11,3.3333333333333335,1998-01-02,,,0.02,""

    """#,
    "frequencies": #"""
    age band,count,percent,cumulative_percent
    under 1,70,39.3,39.3
    1 to 5,100,56.2,95.5
    6 to 10,0,0.0,95.5
    11 and over,8,4.5,100.0
    ,16,,

    """#,
    "frequencies-with-missing": #"""
    gender,count,percent
    female,90,46.4
    male,100,51.5
    ,4,2.1

    """#,
    "crosstab": #"""
    status,died,count,row_percent,total_percent
    Known,false,10,33.3,0.5
    Known,true,20,66.7,1.0
    Known,,3,,
    CP plan,false,1999,99.95,98.5
    CP plan,true,1,0.1,0.05
    CP plan,,0,,
    ,false,2,,
    ,true,4,,
    ,,0,,

    """#,
    "plain-crosstab": #"""
    age,died,count
    0,false,10
    0,true,20
    0,,3
    11,false,49
    11,true,0
    11,,1

    """#,
    "nothing": #"""
    id,age

    """#,
  ]
}
