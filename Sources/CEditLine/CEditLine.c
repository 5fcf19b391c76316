#include "CEditLine.h"
int cel_width(unsigned int scalar) { return scalar ? 1 : 0; }
