# baocao: điền nốt lệnh khi nhấn phím Tab (bash 4.4 trở lên).
_baocao_phim_tab() {
    local IFS=$'\n' kind value help
    COMPREPLY=()
    while IFS=$'\t' read -r kind value help; do
        [[ $kind == path ]] && compopt -o filenames
        [[ -n $value ]] && COMPREPLY+=("$value")
    done < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _BAOCAO_COMPLETE=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F _baocao_phim_tab baocao
