import Execution
import Rendering
import TextLayout

/// What is written of an answer, line by line.
func lines(
  _ answer: Answer, _ width: Int?, _ glyphs: Glyphs, as format: OutputFormat = .table
) -> [String] {
  var options = RenderOptions(width: width)
  options.glyphs = glyphs
  return Renderer.render(answer, as: format, options: options).split(separator: "\n").map(
    String.init)
}
