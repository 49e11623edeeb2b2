; The installer: for one person, without an administrator. build.py gives VERSION, OUT, FILES (the commands that unpack), MADE, SIZE (KB), TARGET,
; LANGUAGE (folder of the Vietnamese words).
;
; Silent:  setup.exe /S [/AUTOSTART] [/NODESKTOP] [/ALLOWDOWNGRADE] [/D=folder, last and without quotation marks]
; Exit codes: 0 done, 1 the person stopped, 2 a file could not be written, 3 the program runs, 4 this Windows is too old,
;             5 a newer version is installed, 6 the folder holds files of others.   Uninstaller: /S [/DELETEDATA]
Unicode true
Target ${TARGET}
!define APP "KH Desktop"
!define EXE "KH Desktop.exe"
!define CONSOLE_EXE "kh-desktop.exe"
!define LISTING "program-files.txt"
!define PROGID "KHDesktop.Workspace"
!define MUTEX "Local\KHDesktop"
!define APP_KEY "Software\KH Desktop"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\KH Desktop"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"

Name "${APP}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${APP_KEY}" "InstallDir"
BrandingText "${APP} ${VERSION}"
AllowSkipFiles off
CRCCheck force
SetOverwrite on
SetDateSave on
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID /FINAL lzma
  SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include Sections.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

Var OldFolder ; where an earlier version is, "" when there is none
Var OldVersion

; --- pages

!define MUI_ICON "${MADE}/app.ico"
!define MUI_UNICON "${MADE}/app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${MADE}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${APP} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình được cài cho riêng người đang dùng máy này: không cần quyền quản trị, không cần mạng.$\r$\n$\r$\nNếu máy đã có bản cũ, bản mới sẽ thay thế; sổ kế hoạch và các bản sao lưu được giữ nguyên.$\r$\n$\r$\nNhấn Tiến để tiếp tục."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${MADE}/licence-page.txt"
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolderPage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_FINISHPAGE_RUN_TEXT "&Mở ${APP}"
!define MUI_FINISHPAGE_TEXT "${APP} đã được cài vào máy. Có thể mở chương trình từ trình đơn Start.$\r$\n$\r$\nSổ kế hoạch nằm trong thư mục:$\r$\n$LOCALAPPDATA\${APP}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGUAGE}" "Vietnamese"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "${APP}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "CompanyName" "KH Desktop contributors"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài đặt ${APP}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "MIT"

; --- what installer and uninstaller share

; Leave with exit code CODE and, when somebody is there to read it, one sentence.
!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro SharedFunctions UN
; $R0 = 1 while the program of folder $R1 runs: its window holds a mutex, and Windows lets nobody write to an exe that runs.
Function ${UN}IsRunning
  StrCpy $R0 0
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .R2'
  ${If} $R2 P<> 0
    System::Call 'kernel32::CloseHandle(p R2)'
    StrCpy $R0 1
  ${EndIf}
  ${If} ${FileExists} "$R1\${EXE}"
    ClearErrors
    FileOpen $R2 "$R1\${EXE}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $R2
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$R1\${CONSOLE_EXE}"
    ClearErrors
    FileOpen $R2 "$R1\${CONSOLE_EXE}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $R2
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; Ask to close the program of folder $R1 until it is closed; without a person: exit code 3.
Function ${UN}RefuseRunning
  again:
  Call ${UN}IsRunning
  ${If} $R0 = 1
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${APP} đang chạy (có thể ở cạnh đồng hồ). Hãy lưu việc đang làm, đóng chương trình rồi thử lại." /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

; Remove from folder $R1 what its list names, and folders that are empty then. Nothing else is ever removed there.
Function ${UN}RemoveListed
  ClearErrors
  FileOpen $R2 "$R1\${LISTING}" r
  ${If} ${Errors}
    ClearErrors
    Return
  ${EndIf}
  next:
    ClearErrors
    FileRead $R2 $R3
    ${If} ${Errors}
      Goto done
    ${EndIf}
    ${TrimNewLines} $R3 $R3
    StrCpy $R4 $R3 2
    StrCpy $R3 $R3 "" 2
    ; A list that somebody changed must not lead out of the folder: no ":" and no "..".
    StrCpy $R5 0
    letter:
      StrCpy $R6 $R3 1 $R5
      StrCpy $R7 $R3 2 $R5
      StrCmp $R6 ":" next
      StrCmp $R7 ".." next
      IntOp $R5 $R5 + 1
      StrCmp $R6 "" 0 letter
    StrCmp $R3 "" next
    ${If} $R4 == "F "
      Delete "$R1\$R3"
    ${ElseIf} $R4 == "D "
      RMDir "$R1\$R3"
    ${EndIf}
    Goto next
  done:
  FileClose $R2
  Delete "$R1\${LISTING}"
  ClearErrors
FunctionEnd
!macroend
!insertmacro SharedFunctions ""
!insertmacro SharedFunctions "un."

; --- before the pages

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Refuse 4 "${APP} cần Windows 10 (64 bit) trở lên. Máy này không cài được."
  ${EndIf}
  ReadRegStr $OldFolder HKCU "${APP_KEY}" "InstallDir"
  ReadRegStr $OldVersion HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  Call RefuseDowngrade
  StrCpy $R1 $INSTDIR
  Call RefuseRunning
  Call ChooseOptions
FunctionEnd

Function RefuseDowngrade
  ${If} $OldVersion == ""
    Return
  ${EndIf}
  ${VersionCompare} $OldVersion "${VERSION}" $R0
  ${If} $R0 <> 1
    Return
  ${EndIf}
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/ALLOWDOWNGRADE" $R2
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "Máy đang có bản $OldVersion, mới hơn bản ${VERSION} này. Sổ kế hoạch đã mở bằng bản mới có thể không mở được bằng bản cũ; sổ và các bản sao lưu không bị thay đổi.$\r$\n$\r$\nVẫn cài bản cũ?" /SD IDNO IDYES go_on
  SetErrorLevel 5
  Quit
  go_on:
FunctionEnd

Function LeaveFolderPage
  StrCpy $R1 $INSTDIR
  Call IsForeign
  ${If} $R0 = 1
    MessageBox MB_OK|MB_ICONEXCLAMATION "Thư mục này đang chứa tệp khác. Hãy chọn thư mục trống hoặc thư mục mới."
    Abort
  ${EndIf}
FunctionEnd

; $R0 = 1 when folder $R1 holds files, but no program of ours.
Function IsForeign
  StrCpy $R0 0
  ${If} ${FileExists} "$R1\${LISTING}"
  ${OrIf} ${FileExists} "$R1\${EXE}"
  ${OrIfNot} ${FileExists} "$R1\*.*"
    Return
  ${EndIf}
  ${DirState} $R1 $R2
  ${If} $R2 = 1
    StrCpy $R0 1
  ${EndIf}
FunctionEnd

; --- what is installed

Section "Chương trình" SEC_PROGRAM
  SectionIn RO
  StrCpy $R1 $INSTDIR
  Call IsForeign
  ${If} $R0 = 1
    !insertmacro Refuse 6 "Thư mục cài đặt đang chứa tệp khác. Hãy chọn thư mục trống hoặc thư mục mới."
  ${EndIf}
  Call RefuseRunning ; once more: it may have been started while the pages were read
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
  ${AndIf} ${FileExists} "$OldFolder\${LISTING}"
    StrCpy $R1 $OldFolder
    Call RefuseRunning
    Call RemoveListed
    Delete "$R1\uninstall.exe"
    RMDir "$R1"
  ${EndIf}
  StrCpy $R1 $INSTDIR
  Call RemoveListed
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${APP_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "KH Desktop contributors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Lối tắt trên màn hình nền" SEC_DESKTOP
SectionEnd

Section "Mở sổ kế hoạch (.khdb) bằng ${APP}" SEC_FILETYPE
SectionEnd

Section /o "Khởi động cùng Windows" SEC_AUTOSTART
SectionEnd

; The options, also when one was ticked before and is not any more.
Section "-options"
  ${If} ${SectionIsSelected} ${SEC_DESKTOP}
    CreateShortcut "$DESKTOP\${APP}.lnk" "$INSTDIR\${EXE}"
  ${Else}
    Delete "$DESKTOP\${APP}.lnk"
  ${EndIf}
  ${If} ${SectionIsSelected} ${SEC_FILETYPE}
    WriteRegStr HKCU "Software\Classes\${PROGID}" "" "Sổ kế hoạch ${APP}"
    WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\${EXE},0"
    WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
    WriteRegStr HKCU "Software\Classes\.khdb" "" "${PROGID}"
  ${Else}
    Call ForgetFileType
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${If} ${SectionIsSelected} ${SEC_AUTOSTART}
    WriteRegStr HKCU "${RUN_KEY}" "${APP}" '"$INSTDIR\${EXE}"'
  ${Else}
    DeleteRegValue HKCU "${RUN_KEY}" "${APP}"
  ${EndIf}
SectionEnd

; At the first installation as the sections say; later as the person had it; the switches win.
Function ChooseOptions
  ${If} $OldVersion != ""
    ${IfNot} ${FileExists} "$DESKTOP\${APP}.lnk"
      !insertmacro UnselectSection ${SEC_DESKTOP}
    ${EndIf}
    ReadRegStr $R0 HKCU "Software\Classes\.khdb" ""
    ${If} $R0 != "${PROGID}"
      !insertmacro UnselectSection ${SEC_FILETYPE}
    ${EndIf}
  ${EndIf}
  ReadRegStr $R0 HKCU "${RUN_KEY}" "${APP}"
  ${If} $R0 != ""
    !insertmacro SelectSection ${SEC_AUTOSTART}
  ${EndIf}
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/AUTOSTART" $R2
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${SEC_AUTOSTART}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R1 "/NODESKTOP" $R2
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${SEC_DESKTOP}
  ${EndIf}
  ClearErrors
FunctionEnd

!macro ForgetFileTypeFunction UN
Function ${UN}ForgetFileType
  ReadRegStr $R0 HKCU "Software\Classes\.khdb" ""
  ${If} $R0 == "${PROGID}"
    DeleteRegKey HKCU "Software\Classes\.khdb"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
FunctionEnd
!macroend
!insertmacro ForgetFileTypeFunction ""
!insertmacro ForgetFileTypeFunction "un."

; Through the desktop's own process: also when somebody ran the installer as an administrator, the program starts as the person
; (a program with higher rights than UniKey cannot be typed into).
Function StartProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_PROGRAM} "Chương trình, phông chữ, văn bản căn cứ, trợ giúp."
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_DESKTOP} "Biểu tượng ${APP} trên màn hình nền."
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_FILETYPE} "Nhấp đúp vào tệp sổ kế hoạch để mở."
  !insertmacro MUI_DESCRIPTION_TEXT ${SEC_AUTOSTART} "Chương trình tự mở khi đăng nhập để nhắc việc đến hạn."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; --- the uninstaller

Function un.onInit
  SetShellVarContext current
  StrCpy $R1 $INSTDIR
  Call un.RefuseRunning
FunctionEnd

Section "un.Chương trình" UN_PROGRAM
  SectionIn RO
  StrCpy $R1 $INSTDIR
  Call un.RefuseRunning
  Call un.RemoveListed
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$DESKTOP\${APP}.lnk"
  DeleteRegValue HKCU "${RUN_KEY}" "${APP}"
  Call un.ForgetFileType
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${APP_KEY}"
SectionEnd

Section /o "un.Xóa cả sổ kế hoạch và các bản sao lưu" UN_DATA
SectionEnd

Section "-un.data"
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/DELETEDATA" $R2
  ${IfNot} ${Errors}
    Call un.DeleteData
    Return
  ${EndIf}
  ${If} ${SectionIsSelected} ${UN_DATA}
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "Xóa hẳn sổ kế hoạch, các bản sao lưu và cài đặt trong thư mục sau?$\r$\n$LOCALAPPDATA\${APP}$\r$\n$\r$\nViệc này không hoàn tác được." /SD IDNO IDNO keep
    Call un.DeleteData
    keep:
  ${EndIf}
SectionEnd

; Only files of the kinds that the program writes; whatever else a person put there stays, and so does the folder then.
Function un.DeleteData
  StrCpy $R1 "$LOCALAPPDATA\${APP}"
  FindFirst $R2 $R3 "$R1\* - sao lưu"
  ${DoWhile} $R3 != ""
    Delete "$R1\$R3\*.khdb"
    Delete "$R1\$R3\*.tmp"
    RMDir "$R1\$R3"
    FindNext $R2 $R3
  ${Loop}
  FindClose $R2
  Delete "$R1\*.khdb"
  Delete "$R1\*.khdb-wal"
  Delete "$R1\*.khdb-shm"
  Delete "$R1\*.khdb-journal"
  Delete "$R1\*.khdb.lock"
  Delete "$R1\window.json"
  Delete "$R1\window.new"
  Delete "$R1\Logs\*.log"
  Delete "$R1\Logs\crash-*.txt"
  RMDir "$R1\Logs"
  RMDir "$R1"
FunctionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_PROGRAM} "Chương trình, lối tắt và các đăng ký với Windows."
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_DATA} "Không chọn: sổ kế hoạch và các bản sao lưu được giữ nguyên cho lần cài sau."
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
