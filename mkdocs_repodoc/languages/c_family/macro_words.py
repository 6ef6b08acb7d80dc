"""Words of C++ that may be macros, and what some say of the declaration behind them."""

from __future__ import annotations

import re

CANDIDATE = re.compile(
    rb"(?<![\w\x80-\xff#])(?:[A-Z][A-Z0-9]*_[A-Z0-9][\w\x80-\xff]*|[A-Z][A-Z0-9]{2,}(?![a-z0-9_])|_[A-Z]+_[A-Z][\w\x80-\xff]*"
    rb"|__[\w\x80-\xff]+?__|__declspec|__attribute|__forceinline|__inline|__restrict|__extension__|__cdecl"
    rb"|__stdcall|__fastcall|__vectorcall|__device_builtin__|__noinline__|__constant__|_Noreturn"
    rb"|_Pragma|__pragma|PyObject_HEAD(?:_EXTRA)?)(?![\w\x80-\xff])"
)
WORDS = re.compile(
    rb"[A-Z_](?<![\w\x80-\xff#].)(?:[A-Z0-9_][\w\x80-\xff]+|yObject_HEAD[\w\x80-\xff]*)"
)
"""Finds candidates quickly: it starts with a set of characters, so that the rest is skipped."""
ALWAYS = re.compile(
    rb"__(?:attribute(?:__)?|declspec|extension__|forceinline|inline(?:__)?|restrict(?:__)?|cdecl"
    rb"|stdcall|fastcall|vectorcall|host__|device__|global__|shared__|constant__|managed__|noinline__"
    rb"|grid_constant__|launch_bounds__|cluster_dims__|device_builtin__|volatile__|pragma)$"
    rb"|_Noreturn$|_Pragma$|PyObject_HEAD|__align__$"
)
MARKS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"^__global__$"), "kernel"),
    (re.compile(rb"^__device__$|(?:^|_)(?:HOST_)?DEVICE$"), "device"),
    (re.compile(rb"^__host__$|(?:^|_)HOST(?:_DEVICE)?$"), "host"),
    (re.compile(rb"^__shared__$"), "shared"),
    (re.compile(rb"^__constant__$"), "constant memory"),
    (re.compile(rb"^__managed__$"), "managed"),
    (re.compile(rb"DEPRECATED"), "deprecated"),
    (re.compile(rb"INLINE$|^__inline|^__forceinline$"), "inline"),
    (re.compile(rb"_(?:API|EXPORT|PUBLIC)$"), "export"),
)
KEPT = re.compile(
    rb"(?:(?:TYPED_)?TEST(?:_[FPG])?|PYBIND11_(?:EMBEDDED_)?MODULE|TORCH_LIBRARY[\w\x80-\xff]*|NB_MODULE"
    rb"|BOOST_PYTHON_MODULE|STABLE_TORCH_LIBRARY[\w\x80-\xff]*)$"
)
"""Their arguments are names of things that the file defines."""
GUARDING = re.compile(rb"GUARDED|ACQUIRED|REQUIRES|EXCLUDES|LOCKS|ATTRIBUTE|DEPRECATED")
TRAILER = re.compile(rb"(?:const|noexcept|override|final)$")
PLAIN_MACRO = re.compile(r"(?:__attribute__|__declspec|\[\[|inline\b|static\b|extern\b|$)")
