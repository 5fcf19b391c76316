internal import Rendering

/// The options of `set`: dispatch, help and completion read this list.
public enum SettingOption: String, CaseIterable, Sendable {
  case color, format, memory, pager, rows, seed, timeout, timing

  /// What it does, in one sentence without a full stop.
  public var summary: String {
    switch self {
    case .color:
      "whether answers and messages use colour: on, off, or auto for what the terminal has"
    case .format: "how answers are shown where a query does not say `as`"
    case .memory:
      "the most memory that indexes made on demand may take; auto leaves it to the program"
    case .pager:
      "whether an answer taller than the screen is shown in the program that $PAGER names"
    case .rows: "the most rows of a table that are shown at a terminal; all shows every row"
    case .seed: "what `sample` draws from: the same number draws the same rows"
    case .timeout: "how long a query may run before it is ended; off lets it run"
    case .timing:
      "whether the time of each answer is shown, at the prompt beside its base; as JSON, its seconds"
    }
  }

  /// The values it takes.
  public var values: [String] {
    switch self {
    case .color: ["auto", "on", "off"]
    case .format: OutputFormat.all.map(\.name)
    case .memory: ["auto", "500 MB", "2 GB"]
    case .pager: ["on", "off"]
    case .rows: ["40", "100", "all"]
    case .seed: ["1", "2"]
    case .timeout: ["off", "5 seconds", "2 minutes"]
    case .timing: ["on", "off"]
    }
  }

  /// A statement that uses it.
  public var example: String {
    switch self {
    case .color: "set color off"
    case .format: "set format markdown"
    case .memory: "set memory 500 MB"
    case .pager: "set pager off"
    case .rows: "set rows 100"
    case .seed: "set seed 2"
    case .timeout: "set timeout 5 minutes"
    case .timing: "set timing on"
    }
  }
}

/// What `set` has set.
struct Settings {
  var color = "auto"
  var format = OutputFormat.table
  /// `nil` shows every row.
  var rows: Int? = 40
  var seed: UInt64 = 1
  /// Milliseconds a query may run; `nil` lets it run.
  var timeout: Int?
  var timing = false
  /// Whether an answer taller than the screen is shown in the pager.
  var usesPager = true
  /// Bytes that indexes made on demand may take; `nil` leaves it to the program.
  var memory: Int?

  /// The value of an option as `set` takes it.
  func value(of option: SettingOption) -> String {
    switch option {
    case .color: color
    case .format: format.name
    case .memory: memory.map(SettingQuantity.text(bytes:)) ?? "auto"
    case .pager: usesPager ? "on" : "off"
    case .rows: rows.map(String.init) ?? "all"
    case .seed: String(seed)
    case .timeout: timeout.map(SettingQuantity.text(milliseconds:)) ?? "off"
    case .timing: timing ? "on" : "off"
    }
  }

  /// Sets an option.
  ///
  /// - Returns: Whether the option takes the value.
  mutating func set(_ option: SettingOption, to text: String) -> Bool {
    let value = text.lowercased()
    switch option {
    case .color:
      guard option.values.contains(value) else { return false }
      color = value
    case .format:
      guard let found = OutputFormat.named(value) else { return false }
      format = found
    case .memory:
      guard value == "auto" || SettingQuantity.bytes(value) != nil else { return false }
      memory = SettingQuantity.bytes(value)
    case .pager:
      guard option.values.contains(value) else { return false }
      usesPager = value == "on"
    case .rows:
      if value == "all" {
        rows = nil
      } else if let count = Int(value), count > 0 {
        rows = count
      } else {
        return false
      }
    case .seed:
      guard let number = UInt64(value) else { return false }
      seed = number
    case .timeout:
      guard value == "off" || SettingQuantity.milliseconds(value) != nil else { return false }
      timeout = SettingQuantity.milliseconds(value)
    case .timing:
      guard option.values.contains(value) else { return false }
      timing = value == "on"
    }
    return true
  }
}
