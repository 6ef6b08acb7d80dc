"""C, C++ and CUDA."""
