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

/* Other rows of the same shape, drawn with another seed: what answers to exercises are tried on. */
static const unsigned char practice_descriptor[] = {
#embed "scr-practice/datapackage.json"
};
static const unsigned char practice_definitions[] = {
#embed "scr-practice/definitions.enq"
};
static const unsigned char practice_lscbs[] = {
#embed "scr-practice/lscbs.csv"
};
static const unsigned char practice_reviews[] = {
#embed "scr-practice/reviews.csv"
};
static const unsigned char practice_children[] = {
#embed "scr-practice/children.csv"
};
static const unsigned char practice_characteristics[] = {
#embed "scr-practice/characteristics.csv"
};
static const unsigned char practice_agencies[] = {
#embed "scr-practice/agencies.csv"
};
static const unsigned char practice_findings[] = {
#embed "scr-practice/findings.csv"
};
static const unsigned char practice_recommendations[] = {
#embed "scr-practice/recommendations.csv"
};
static const unsigned char practice_narratives[] = {
#embed "scr-practice/narratives.csv"
};
static const unsigned char practice_claims[] = {
#embed "scr-practice/claims.csv"
};

static const struct cbd_file practice_files[] = {
    {"datapackage.json", practice_descriptor, sizeof practice_descriptor},
    {"definitions.enq", practice_definitions, sizeof practice_definitions},
    {"lscbs.csv", practice_lscbs, sizeof practice_lscbs},
    {"reviews.csv", practice_reviews, sizeof practice_reviews},
    {"children.csv", practice_children, sizeof practice_children},
    {"characteristics.csv", practice_characteristics, sizeof practice_characteristics},
    {"agencies.csv", practice_agencies, sizeof practice_agencies},
    {"findings.csv", practice_findings, sizeof practice_findings},
    {"recommendations.csv", practice_recommendations, sizeof practice_recommendations},
    {"narratives.csv", practice_narratives, sizeof practice_narratives},
    {"claims.csv", practice_claims, sizeof practice_claims},
};

size_t cbd_practice_file_count(void) { return sizeof practice_files / sizeof practice_files[0]; }
struct cbd_file cbd_practice_file_at(size_t index) { return practice_files[index]; }
