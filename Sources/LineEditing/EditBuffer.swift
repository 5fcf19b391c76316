internal import CEditLine

/// libedit without its drawing: the text being edited, the cursor, the keys it understands itself.
///
/// libedit holds the line that the cursor is in, so that its commands keep to that line; the lines
/// above and below are kept here. Positions count scalars of the whole text.
final class EditBuffer {
  /// Gives libedit its next key; `nil` ends the input.
  var nextKey: () -> Unicode.Scalar? = { nil }
  /// Runs a command that vi's command mode has on a key of its own.
  var runCommand: (cel_command) -> Void = { _ in }
  private let editor: OpaquePointer
  /// The lines above the cursor's, each with its break.
  private var above: [Unicode.Scalar] = []
  /// The lines below the cursor's, each with the break before it.
  private var below: [Unicode.Scalar] = []

  /// Fails where libedit cannot be opened on the terminal.
  init?(mode: EditingMode) {
    let kind =
      switch mode {
      case .emacs: CEL_MODE_EMACS
      case .vi: CEL_MODE_VI
      case .fromEditrc: CEL_MODE_USER
      }
    let editor = cel_editor_open(
      "enquire", kind,
      { context, scalar in
        guard let key = EditBuffer.owner(context)?.nextKey() else { return 0 }
        scalar.pointee = key.value
        return 1
      },
      { context, command in EditBuffer.owner(context)?.runCommand(command) })
    guard let editor else { return nil }
    self.editor = editor
    cel_editor_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { cel_editor_close(editor) }

  private static func owner(_ context: UnsafeMutableRawPointer?) -> EditBuffer? {
    context.map { Unmanaged<EditBuffer>.fromOpaque($0).takeUnretainedValue() }
  }

  var isVi: Bool { cel_editor_is_vi(editor) }
  var cursor: Int { above.count + Int(cel_editor_cursor(editor)) }
  var count: Int { above.count + lineLength + below.count }
  var isEmpty: Bool { count == 0 }
  /// Whether the cursor is at the start of a line that is not the first.
  var isAfterBreak: Bool { !above.isEmpty && cursor == above.count }
  /// Whether the cursor is at the end of a line that is not the last.
  var isBeforeBreak: Bool { !below.isEmpty && cursor == above.count + lineLength }
  var scalars: [Unicode.Scalar] { above + line + below }
  private var lineLength: Int { Int(cel_editor_length(editor)) }

  private var line: [Unicode.Scalar] {
    var values = [UInt32](repeating: 0, count: Int(cel_editor_length(editor)))
    let count = Int(cel_editor_copy(editor, &values, values.count))
    return values.prefix(count).map { Unicode.Scalar($0) ?? "\u{FFFD}" }
  }

  var text: String { String(scalars) }

  /// Edits a line until `nextKey` gives the key that finishes it.
  func edit() {
    (above, below) = ([], [])
    cel_editor_read(editor)
  }

  func setRaw(_ isRaw: Bool) { cel_editor_set_raw(editor, isRaw) }
  func resized() { cel_editor_resized(editor) }

  func move(to position: Int) {
    let inLine = position - above.count
    if inLine >= 0, inLine <= lineLength {
      cel_editor_move_to(editor, inLine)
    } else if !(above.isEmpty && below.isEmpty) {
      load(scalars, cursor: min(max(0, position), count))
    } else {
      cel_editor_move_to(editor, min(max(0, inLine), lineLength))
    }
  }

  /// Inserts at the cursor, which stands behind the text then.
  func insert(_ text: String) { replace(from: cursor, with: text) }

  /// Replaces the text between a position and the cursor.
  func replace(from position: Int, with text: String) {
    let new = text.unicodeScalars.filter { $0.value != 0 }
    let cursor = cursor
    let start = min(max(0, position), cursor)
    if start >= above.count, !new.contains("\n") {
      cel_editor_delete_before(editor, cursor - start)
      insertInLine(new)
    } else {
      let old = scalars
      load(old[..<start] + new + old[cursor...], cursor: start + new.count)
    }
  }

  func replaceAll(with text: String) {
    let new = text.unicodeScalars.filter { $0.value != 0 }
    load(Array(new), cursor: new.count)
  }

  /// Puts a text in the place of the whole.
  func load(_ scalars: some BidirectionalCollection<Unicode.Scalar>, cursor: Int) {
    let text = Array(scalars)
    let start = (text[..<cursor].lastIndex(of: "\n") ?? -1) + 1
    let end = text[cursor...].firstIndex(of: "\n") ?? text.count
    cel_editor_move_to(editor, lineLength)
    cel_editor_delete_before(editor, lineLength)
    above = Array(text[..<start])
    below = Array(text[end...])
    insertInLine(text[start..<end])
    cel_editor_move_to(editor, cursor - start)
  }

  private func insertInLine(_ scalars: some Collection<Unicode.Scalar>) {
    let values = scalars.map(\.value)
    _ = cel_editor_insert(editor, values, values.count)
  }
}

extension String {
  /// A text of these scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}
