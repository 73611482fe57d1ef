package import CommandLineKit
import TerminalText

/// Prints the script with which a shell completes the program's command lines.
package struct ShellCompletion: SettingsIndependentCommand {
  package let shell: Shell

  package static let name = "completion"

  package static let declaration = Declaration(
    Message(en: "Print the script that completes commands in a shell", zh: "输出 shell 的补全脚本"),
    group: .setUp,
    examples: [
      Example("duty completion bash > ~/.local/share/bash-completion/completions/duty"),
      Example("duty completion zsh > ~/.zfunc/_duty"),
      Example("duty completion fish > ~/.config/fish/completions/duty.fish"),
    ],
    discussion: Message(
      en:
        "The script asks the program itself, so it never gets out of date. For zsh, the folder must be in $fpath before compinit runs.",
      zh: "脚本向程序本身询问，不会过时。用 zsh 时，所在文件夹须在 compinit 之前加入 $fpath。"
    ),
    Argument<Shell>(
      Message(en: "shell", zh: "shell"),
      help: Message(en: "bash, zsh or fish", zh: "bash、zsh 或 fish")
    ),
    as: ShellCompletion.init
  )

  package func run(in context: Context) -> Outcome {
    Outcome(.bytes(Array(shell.script(for: Program.tool.name).utf8)))
  }
}
