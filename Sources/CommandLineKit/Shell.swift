/// A shell that can ask the program for completions.
package enum Shell: String, CaseIterable, ArgumentValue {
  case bash
  case zsh
  case fish
}

extension Shell {
  /// The script that makes the shell ask `NAME complete-words -- WORD…`, which answers with
  /// `Completions.lines(in:)`.
  ///
  /// The script knows nothing of commands and options, so it never gets out of date. It does
  /// not run the program before a completion is asked for.
  package func script(for name: String) -> String {
    switch self {
    case .bash: bashScript(name)
    case .zsh: zshScript(name)
    case .fish: fishScript(name)
    }
  }

  private func bashScript(_ name: String) -> String {
    #"""
    # bash completion for \#(name). Save it as
    # ${XDG_DATA_HOME:-~/.local/share}/bash-completion/completions/\#(name)
    _\#(name)_complete() {
        local i word last prefix='' rest=$COMP_LINE
        local -a words=()
        COMPREPLY=()
        compopt +o default 2>/dev/null
        # bash takes words apart at = and : and replaces only the last part of them.
        for ((i = 0; i <= COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            last=$((${#words[@]} - 1))
            if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
                words+=("$word")
                prefix=''
            else
                prefix=${words[last]}
                words[last]+=$word
            fi
            rest=${rest#"${rest%%[![:space:]]*}"}
            rest=${rest#"$word"}
        done
        [[ $word == [=:]* ]] && prefix+=$word
        while IFS= read -r word; do
            if [[ $word == :files ]]; then
                compopt -o default 2>/dev/null
                continue
            fi
            word=${word%%$'\t'*}
            word=${word#"$prefix"}
            # What is offered stands on the line as if it were typed: nothing in it may mean
            # anything to the shell. Of ASCII, only letters, digits and %+,-./:=@_ never do.
            [[ $word == *[[:space:][:cntrl:]\'\"\`\$\\\;\&\|\<\>\(\)\{\}\[\]\*\?\!#~^]* ]] &&
                printf -v word %q "$word"
            COMPREPLY+=("$word")
        done < <("${words[0]/#\~/$HOME}" complete-words -- "${words[@]:1}" 2>/dev/null)
    }
    # Old versions of bash cannot keep the order.
    complete -o nosort -o default -F _\#(name)_complete \#(name) 2>/dev/null ||
        complete -o default -F _\#(name)_complete \#(name)

    """#
  }

  private func zshScript(_ name: String) -> String {
    #"""
    #compdef \#(name)
    # zsh completion for \#(name). Save it as _\#(name) in a directory of $fpath.
    _\#(name)() {
        local line files=''
        local -a candidates
        for line in "${(@f)$("${(Q)~words[1]}" complete-words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
            case $line in
                :files) files=1 ;;
                *$'\t'*) candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
                ?*) candidates+=("${line//:/\\:}") ;;
            esac
        done
        (( $#candidates )) && _describe -V \#(name) candidates
        if [[ -n $files ]]; then
            [[ ${words[CURRENT]} == --*=* ]] && compset -P '*='
            _files
        fi
    }
    if [[ $funcstack[1] == _\#(name) ]]; then
        _\#(name) "$@"
    else
        compdef _\#(name) \#(name)
    fi

    """#
  }

  private func fishScript(_ name: String) -> String {
    #"""
    # fish completion for \#(name). Save it as ~/.config/fish/completions/\#(name).fish
    function __\#(name)_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        set -l program (string replace -r '^~' $HOME -- $words[1])
        for line in ($program complete-words -- $words[2..-1] "$current" 2>/dev/null)
            if test "$line" = :files
                set -l option (string match -r -- '^--[^=]*=' "$current")
                for path in (__fish_complete_path (string replace -- "$option" '' "$current"))
                    echo "$option$path"
                end
            else
                echo $line
            end
        end
    end
    complete -c \#(name) -f -k -a '(__\#(name)_complete)'

    """#
  }
}
