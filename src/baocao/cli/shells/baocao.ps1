# baocao: điền nốt lệnh khi nhấn phím Tab (Windows PowerShell 5.1, PowerShell 7).
Register-ArgumentCompleter -Native -CommandName baocao -ScriptBlock {
    param($typed, $command, $place)
    $words = @($command.CommandElements | Where-Object { $_.Extent.StartOffset -lt $place } |
        ForEach-Object { $_.Extent.Text })
    if (-not $typed) { $words += '' }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:COMP_WORDS = $words -join "`n"
        $env:COMP_CWORD = $words.Count - 1
        $env:_BAOCAO_COMPLETE = 'powershell_complete'
        $lines = @(& baocao 2>$null)
    } finally {
        Remove-Item Env:COMP_WORDS, Env:COMP_CWORD, Env:_BAOCAO_COMPLETE -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
    foreach ($line in $lines) {
        $kind, $value, $help = $line -split "`t", 3
        if (-not $value) { continue }
        $text = if ($value -match "[\s'()&;,]") { "'" + ($value -replace "'", "''") + "'" } else { $value }
        $tip = if ($help) { $help } else { $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $tip)
    }
}
