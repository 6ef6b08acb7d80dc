"""Readers of what builds and automates: makefiles, CMake, Dockerfiles, workflows."""
