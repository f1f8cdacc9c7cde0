@echo off
chcp 65001 >nul
rem Cài baocao từ thư mục này cho người đang dùng máy; không cần mạng, không cần quyền quản trị.
rem   cai-dat.bat             cài (hoặc thay bản cũ)
rem   cai-dat.bat --go-bo     gỡ
setlocal
set PYTHONUTF8=1
set PYTHONSAFEPATH=
for %%v in (@CO@) do (
    call py -%%v -c "" >nul 2>nul
    if not errorlevel 1 (
        call py -%%v "%~dp0cai_dat.py" %*
        goto xong
    )
)
call python -c "import sys; sys.exit('.'.join(map(str, sys.version_info[:2])) not in '@CO@'.split())" >nul 2>nul
if not errorlevel 1 (
    call python "%~dp0cai_dat.py" %*
    goto xong
)
echo Máy chưa có Python dùng được với gói này (cần một trong các bản: @CO@), chưa cài gì.
echo Tải bộ cài Python 64 bit ở trang python.org trên một máy có mạng, chép sang đây, chạy và chọn
echo "Install for me only"; không cần quyền quản trị. Rồi chạy lại cai-dat.bat.
echo Không được cài Python thì dùng bản đóng gói kèm Python; xem DOC-TRUOC.txt.
set ma=1
goto het
:xong
set ma=%errorlevel%
:het
if not defined BAOCAO_KHONG_CHO pause
exit /b %ma%
