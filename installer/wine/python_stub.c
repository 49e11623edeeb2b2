/* python.exe and pythonw.exe of the Windows Python put together under Linux: the same few lines as CPython's Programs/python.c */
#include <wchar.h>
__declspec(dllimport) int Py_Main(int, wchar_t **);
#ifdef GUI
#include <windows.h>
#include <stdlib.h>
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show) { return Py_Main(__argc, __wargv); }
#else
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
#endif
