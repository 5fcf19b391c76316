import ArgumentParser
import Session

/// `enquire manual`: the manual page, for `man -l -` and for packages.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page, in the form that man reads.")

  /// Lines are broken by man.
  private static let endless = 10_000

  func run() throws { MainActor.assumeIsolated { write() } }

  @MainActor
  private func write() {
    let commands: [any ParsableCommand.Type] = [Enquire.self] + Enquire.configuration.subcommands
    let page = ManualPage(
      version: Enquire.configuration.version,
      commands: commands.map { command in
        (
          name: command.configuration.commandName ?? "",
          help: Enquire.helpMessage(for: command, columns: Self.endless)
        )
      })
    StandardSink.output.write(page.text)
  }
}
