#compdef baocao
# baocao: điền nốt lệnh khi nhấn phím Tab (zsh 5 trở lên).
_baocao_phim_tab() {
    local kind value help
    local -a folders files described plain
    while IFS=$'\t' read -r kind value help; do
        if [[ $kind == path && $value == */ ]]; then folders+=("$value")
        elif [[ $kind == path ]]; then files+=("$value")
        elif [[ -n $help ]]; then described+=("${value//:/\\:}:$help")
        elif [[ -n $value ]]; then plain+=("$value")
        fi
    done < <(COMP_WORDS="${(F)words}" COMP_CWORD=$((CURRENT-1)) _BAOCAO_COMPLETE=zsh_complete "${words[1]}" 2>/dev/null)
    (( $#described )) && _describe -V 'baocao' described
    (( $#plain )) && compadd -V baocao -a plain
    (( $#folders )) && compadd -U -f -S '' -a folders
    (( $#files )) && compadd -U -f -a files
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _baocao_phim_tab "$@"
else
    compdef _baocao_phim_tab baocao
fi
