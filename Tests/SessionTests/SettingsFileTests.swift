import Foundation
import LineEditing
import TestSupport
import Testing

@testable import Session

/// What `set` keeps from one session to the next, and what becomes of files that it did not write.
@MainActor @Suite struct SettingsFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "settings-\(UUID().uuidString)").path

  private var path: String { folder + "/a/b/settings" }

  private func session(_ path: String) -> (Session, MemorySink, MemorySink) {
    let (output, errors) = (MemorySink(), MemorySink())
    var options = Session.Options()
    options.settingsFile = SettingsFile(path: path)
    let session = Session(output: output, errors: errors, options: options)
    session.readSettings()
    return (session, output, errors)
  }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/a/b", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  @Test func `every option is there again in the next session`() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (first, _, _) = session(path)
    for option in SettingOption.allCases { #expect(first.run(option.example).status == .success) }
    let (second, _, errors) = session(path)
    for option in SettingOption.allCases {
      #expect(second.settings.value(of: option) == first.settings.value(of: option))
    }
    #expect(errors.text.isEmpty)
  }

  @Test func `only the line that changes is rewritten`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("# mine\r\nrows = 100\nnewer = 3\ntiming = off")
    let (session, _, errors) = session(path)
    #expect(session.settings.rows == 100)
    #expect(errors.text == "\(path):3: ignored: there is no option \"newer\"\n")
    _ = session.run("set rows all")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == "# mine\nrows = all\nnewer = 3\ntiming = off\n")
  }

  @Test func `a damaged file is told and ignored`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("format = nonsense\n\u{0}\u{1}\u{2}\nrows\n= 3\ncolor = off\n")
    let (session, _, errors) = session(path)
    #expect(session.settings.color == "off")
    #expect(session.settings.value(of: .format) == "table")
    #expect(errors.text.contains("format cannot be \"nonsense\"") || errors.text.contains("more"))
    #expect(errors.text.split(separator: "\n").count == 4)
  }

  @Test func `bytes of any kind are no reason to stop`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SeededRandom(seed: 20)
    for _ in 0..<50 {
      try write("")
      let bytes = (0..<random.int(below: 300)).map { _ in UInt8(random.int(below: 256)) }
      try Data(bytes).write(to: URL(filePath: path))
      _ = session(path)
    }
  }

  @Test func `a folder in the file's place is told`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let (session, _, errors) = session(path)
    #expect(errors.text.contains("ignored"))
    #expect(session.run("set rows 100").status == .success)
    #expect(session.settings.rows == 100)
    #expect(errors.text.contains("set for this session only"))
  }

  @Test func `what cannot be kept holds for the session`() {
    let (session, _, errors) = session("/proc/none/settings")
    #expect(session.run("set timing on").status == .success)
    #expect(session.settings.timing)
    #expect(errors.text.contains("set for this session only"))
  }

  @Test func `the file's place follows the specification`() {
    func place(_ values: [String: String]) -> String? {
      SettingsFile.defaultPath { values[$0] }
    }
    #expect(place([:]) == nil)
    #expect(place(["HOME": ""]) == nil)
    #expect(place(["HOME": "/h"]) == "/h/.config/enquire/settings")
    #expect(place(["HOME": "/h", "XDG_CONFIG_HOME": "/c"]) == "/c/enquire/settings")
    #expect(place(["HOME": "/h", "XDG_CONFIG_HOME": "c"]) == "/h/.config/enquire/settings")
  }
}
