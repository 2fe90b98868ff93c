"""The roof: what people call. A face parses, calls the library and prints; it decides nothing about claims."""
