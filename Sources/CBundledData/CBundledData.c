#include "CBundledData.h"

/* #embed puts the files' bytes into the program, so that it needs no path to find them, wherever it
   is installed or run from. It is C23; the compiler that comes with Swift has it as an extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

/* enquire-generate writes these files; a test compares them with what it writes now. */
static const unsigned char descriptor[] = {
#embed "scr-2009-10/datapackage.json"
};
static const unsigned char definitions[] = {
#embed "scr-2009-10/definitions.enq"
};
static const unsigned char lscbs[] = {
#embed "scr-2009-10/lscbs.csv"
};
static const unsigned char reviews[] = {
#embed "scr-2009-10/reviews.csv"
};
static const unsigned char children[] = {
#embed "scr-2009-10/children.csv"
};
static const unsigned char characteristics[] = {
#embed "scr-2009-10/characteristics.csv"
};
static const unsigned char agencies[] = {
#embed "scr-2009-10/agencies.csv"
};
static const unsigned char findings[] = {
#embed "scr-2009-10/findings.csv"
};
static const unsigned char recommendations[] = {
#embed "scr-2009-10/recommendations.csv"
};
static const unsigned char narratives[] = {
#embed "scr-2009-10/narratives.csv"
};
static const unsigned char claims[] = {
#embed "scr-2009-10/claims.csv"
};

static const struct cbd_file files[] = {
    {"datapackage.json", descriptor, sizeof descriptor},
    {"definitions.enq", definitions, sizeof definitions},
    {"lscbs.csv", lscbs, sizeof lscbs},
    {"reviews.csv", reviews, sizeof reviews},
    {"children.csv", children, sizeof children},
    {"characteristics.csv", characteristics, sizeof characteristics},
    {"agencies.csv", agencies, sizeof agencies},
    {"findings.csv", findings, sizeof findings},
    {"recommendations.csv", recommendations, sizeof recommendations},
    {"narratives.csv", narratives, sizeof narratives},
    {"claims.csv", claims, sizeof claims},
};

size_t cbd_file_count(void) { return sizeof files / sizeof files[0]; }
struct cbd_file cbd_file_at(size_t index) { return files[index]; }
