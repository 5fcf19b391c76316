#include "CBundledQueries.h"

/* The files of the folder Queries, so that `run` finds them wherever the program is; a test holds this
   list to the folder. #embed is C23; the compiler that comes with Swift has it as an extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char data_quality[] = {
#embed "../../Queries/data-quality.enq"
};
static const unsigned char deaths_by_status[] = {
#embed "../../Queries/deaths-by-status.enq"
};
static const unsigned char findings_and_words[] = {
#embed "../../Queries/findings-and-words.enq"
};
static const unsigned char ofsted_2009_10[] = {
#embed "../../Queries/ofsted-2009-10.enq"
};
static const unsigned char review_quality[] = {
#embed "../../Queries/review-quality.enq"
};

static const struct cbq_query queries[] = {
    {"data-quality", data_quality, sizeof data_quality},
    {"deaths-by-status", deaths_by_status, sizeof deaths_by_status},
    {"findings-and-words", findings_and_words, sizeof findings_and_words},
    {"ofsted-2009-10", ofsted_2009_10, sizeof ofsted_2009_10},
    {"review-quality", review_quality, sizeof review_quality},
};

size_t cbq_query_count(void) { return sizeof queries / sizeof queries[0]; }
struct cbq_query cbq_query_at(size_t index) { return queries[index]; }
