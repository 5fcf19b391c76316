internal import CEditLine

/// libedit without its drawing: the text being edited, the cursor, the keys it understands itself.
///
/// Positions count scalars.
final class EditBuffer {
  /// Gives libedit its next key; `nil` ends the input.
  var nextKey: () -> Unicode.Scalar? = { nil }
  /// Runs a command that vi's command mode has on a key of its own.
  var runCommand: (cel_command) -> Void = { _ in }
  private let editor: OpaquePointer

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
  var cursor: Int { Int(cel_editor_cursor(editor)) }
  var isEmpty: Bool { cel_editor_length(editor) == 0 }

  var scalars: [Unicode.Scalar] {
    var values = [UInt32](repeating: 0, count: Int(cel_editor_length(editor)))
    let count = Int(cel_editor_copy(editor, &values, values.count))
    return values.prefix(count).map { Unicode.Scalar($0) ?? "\u{FFFD}" }
  }

  var text: String { String(scalars) }

  /// Edits a line until `nextKey` gives the key that finishes it.
  func edit() { cel_editor_read(editor) }
  func setRaw(_ isRaw: Bool) { cel_editor_set_raw(editor, isRaw) }
  func resized() { cel_editor_resized(editor) }

  func move(to position: Int) {
    cel_editor_move_to(editor, min(max(0, position), Int(cel_editor_length(editor))))
  }

  /// Inserts at the cursor, which stands behind the text then.
  func insert(_ text: String) {
    let values = text.unicodeScalars.map(\.value).filter { $0 != 0 }
    _ = cel_editor_insert(editor, values, values.count)
  }

  /// Replaces the text between a position and the cursor.
  func replace(from position: Int, with text: String) {
    cel_editor_delete_before(editor, max(0, cursor - max(0, position)))
    insert(text)
  }

  func replaceAll(with text: String) {
    move(to: .max)
    replace(from: 0, with: text)
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
