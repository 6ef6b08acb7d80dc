"""Names of C++ and CUDA: scopes, namespaces, classes and the types of values."""
