#include "CBundledQueries.h"

/* The files of the folder Queries, so that `run` finds them wherever the program is; a test holds this
   list to the folder. #embed is C23; the compiler that comes with Swift has it as an extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char child_protection_plans[] = {
#embed "../../Queries/child-protection-plans.enq"
};
static const unsigned char children_families_incidents[] = {
#embed "../../Queries/children-families-incidents.enq"
};
static const unsigned char data_quality[] = {
#embed "../../Queries/data-quality.enq"
};
static const unsigned char deaths_by_status[] = {
#embed "../../Queries/deaths-by-status.enq"
};
static const unsigned char family_circumstances[] = {
#embed "../../Queries/family-circumstances.enq"
};
static const unsigned char findings_and_words[] = {
#embed "../../Queries/findings-and-words.enq"
};
static const unsigned char infants[] = {
#embed "../../Queries/infants.enq"
};
static const unsigned char ofsted_2009_10[] = {
#embed "../../Queries/ofsted-2009-10.enq"
};
static const unsigned char one_agency[] = {
#embed "../../Queries/one-agency.enq"
};
static const unsigned char one_region[] = {
#embed "../../Queries/one-region.enq"
};
static const unsigned char review_quality[] = {
#embed "../../Queries/review-quality.enq"
};
static const unsigned char small_numbers[] = {
#embed "../../Queries/small-numbers.enq"
};
static const unsigned char timeliness[] = {
#embed "../../Queries/timeliness.enq"
};
static const unsigned char voice_of_the_child[] = {
#embed "../../Queries/voice-of-the-child.enq"
};

static const struct cbq_query queries[] = {
    {"child-protection-plans", child_protection_plans, sizeof child_protection_plans},
    {"children-families-incidents", children_families_incidents, sizeof children_families_incidents},
    {"data-quality", data_quality, sizeof data_quality},
    {"deaths-by-status", deaths_by_status, sizeof deaths_by_status},
    {"family-circumstances", family_circumstances, sizeof family_circumstances},
    {"findings-and-words", findings_and_words, sizeof findings_and_words},
    {"infants", infants, sizeof infants},
    {"ofsted-2009-10", ofsted_2009_10, sizeof ofsted_2009_10},
    {"one-agency", one_agency, sizeof one_agency},
    {"one-region", one_region, sizeof one_region},
    {"review-quality", review_quality, sizeof review_quality},
    {"small-numbers", small_numbers, sizeof small_numbers},
    {"timeliness", timeliness, sizeof timeliness},
    {"voice-of-the-child", voice_of_the_child, sizeof voice_of_the_child},
};

size_t cbq_query_count(void) { return sizeof queries / sizeof queries[0]; }
struct cbq_query cbq_query_at(size_t index) { return queries[index]; }

/* Lessons, in their order. */
static const unsigned char lesson_01[] = {
#embed "../../Queries/Lessons/01-what-is-one-row.lesson"
};
static const unsigned char lesson_02[] = {
#embed "../../Queries/Lessons/02-the-codebook.lesson"
};
static const unsigned char lesson_03[] = {
#embed "../../Queries/Lessons/03-frequency-tables.lesson"
};
static const unsigned char lesson_04[] = {
#embed "../../Queries/Lessons/04-filters-and-scales.lesson"
};
static const unsigned char lesson_05[] = {
#embed "../../Queries/Lessons/05-missing-values.lesson"
};
static const unsigned char lesson_06[] = {
#embed "../../Queries/Lessons/06-crosstabs.lesson"
};
static const unsigned char lesson_07[] = {
#embed "../../Queries/Lessons/07-bands.lesson"
};
static const unsigned char lesson_08[] = {
#embed "../../Queries/Lessons/08-many-valued-fields.lesson"
};
static const unsigned char lesson_09[] = {
#embed "../../Queries/Lessons/09-reviews-and-children.lesson"
};
static const unsigned char lesson_10[] = {
#embed "../../Queries/Lessons/10-claims.lesson"
};
static const unsigned char lesson_11[] = {
#embed "../../Queries/Lessons/11-small-numbers.lesson"
};
static const unsigned char lesson_12[] = {
#embed "../../Queries/Lessons/12-text.lesson"
};
static const unsigned char lesson_13[] = {
#embed "../../Queries/Lessons/13-saved-scripts.lesson"
};

static const struct cbq_query lessons[] = {
    {"01-what-is-one-row.lesson", lesson_01, sizeof lesson_01},
    {"02-the-codebook.lesson", lesson_02, sizeof lesson_02},
    {"03-frequency-tables.lesson", lesson_03, sizeof lesson_03},
    {"04-filters-and-scales.lesson", lesson_04, sizeof lesson_04},
    {"05-missing-values.lesson", lesson_05, sizeof lesson_05},
    {"06-crosstabs.lesson", lesson_06, sizeof lesson_06},
    {"07-bands.lesson", lesson_07, sizeof lesson_07},
    {"08-many-valued-fields.lesson", lesson_08, sizeof lesson_08},
    {"09-reviews-and-children.lesson", lesson_09, sizeof lesson_09},
    {"10-claims.lesson", lesson_10, sizeof lesson_10},
    {"11-small-numbers.lesson", lesson_11, sizeof lesson_11},
    {"12-text.lesson", lesson_12, sizeof lesson_12},
    {"13-saved-scripts.lesson", lesson_13, sizeof lesson_13},
};

size_t cbq_lesson_count(void) { return sizeof lessons / sizeof lessons[0]; }
struct cbq_query cbq_lesson_at(size_t index) { return lessons[index]; }
