int cel_width(unsigned int scalar);
