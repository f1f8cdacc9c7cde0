# baocao: điền nốt lệnh khi nhấn phím Tab (fish 3 trở lên).
function _baocao_phim_tab
    set -l words (commandline -opc) (commandline -ct | string unescape)
    COMP_WORDS=(string join \n -- $words | string collect) COMP_CWORD=(math (count $words) - 1) \
        _BAOCAO_COMPLETE=fish_complete baocao 2>/dev/null | string replace -r '^[^\t]*\t' ''
end
complete --command baocao --no-files --arguments '(_baocao_phim_tab)'
