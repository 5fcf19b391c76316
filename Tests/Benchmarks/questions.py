"""The 18 questions, as this program and the SQL engines ask them, and one form for every answer.

The data are the tables that enquire-generate writes. A child belongs to a review by `review`, a
characteristic to a child by `child`: a characteristic is the many-valued side here.
"""
import json

TEXT = ("text_word", "text_and", "text_rare")
# The words looked for: common, two common ones, and the rarest that the narratives hold.
WORDS = {"common": "bruising", "first": "neglect", "second": "hospital", "rare": "overdose"}
# Questions whose rows have an order; the others are compared as sets.
ORDERED = ("top20",)

OURS = {
    "count2": 'count children where status = "CP plan" and outcome = "died"',
    "count4": 'count children where status = "CP plan" and outcome = "died" and gender = "female"'
              ' and age < 12 months',
    "count_or_not": 'count children where (status = "CP plan" or status = "Child in need")'
                    ' and not (cp_history = "never")',
    "group_eth": "count children by ethnicity",
    "group_auth_died": 'count children where outcome = "died" by review.lscb',
    "crosstab": 'count children where outcome = "died" by ethnicity, status',
    "fk_down": 'count children where review.grade = "inadequate" and outcome = "died"',
    "fk_any": 'count reviews where any child (outcome = "died" and status = "CP plan")',
    "group_via_fk": "count children by review.grade",
    "multi_has": 'count children where any characteristic (kind = "physical abuse")'
                 ' and outcome = "died"',
    "multi_group": 'count characteristics where child.outcome = "died" by kind',
    "range2": "count children where age between 120 months and 180 months"
              " and review.incident_date between 2008-01-01 and 2008-12-31",
    "distinct_ref": 'count distinct review of children where outcome = "died"',
    "median_age": "median age of children by status",
    "top20": 'list reviews where region = "London" show id, incident_date, grade'
             " sort by incident_date descending, id first 20",
    "text_word": 'count narratives where text mentions "{common}"',
    "text_and": 'count narratives where text mentions "{first}" and text mentions "{second}"',
    "text_rare": 'count narratives where text mentions "{rare}"',
}

SQL = {
    "count2": "select count(*) from children where status='CP plan' and outcome='died'",
    "count4": "select count(*) from children where status='CP plan' and outcome='died'"
              " and gender='female' and age<12",
    "count_or_not": "select count(*) from children where (status='CP plan'"
                    " or status='Child in need') and not cp_history='never'",
    "group_eth": "select ethnicity, count(*) from children group by 1",
    "group_auth_died": "select r.lscb, count(*) from children c join reviews r on r.id=c.review"
                       " where c.outcome='died' group by 1",
    "crosstab": "select ethnicity, status, count(*) from children where outcome='died'"
                " group by 1, 2",
    "fk_down": "select count(*) from children c join reviews r on r.id=c.review"
               " where r.grade='inadequate' and c.outcome='died'",
    "fk_any": "select count(*) from reviews where id in (select review from children"
              " where outcome='died' and status='CP plan')",
    "group_via_fk": "select r.grade, count(*) from children c join reviews r on r.id=c.review"
                    " group by 1",
    "multi_has": "select count(*) from children where outcome='died' and id in"
                 " (select child from characteristics where kind='physical abuse')",
    "multi_group": "select x.kind, count(*) from characteristics x join children c on c.id=x.child"
                   " where c.outcome='died' group by 1",
    "range2": "select count(*) from children c join reviews r on r.id=c.review"
              " where c.age between 120 and 180"
              " and r.incident_date between '2008-01-01' and '2008-12-31'",
    "distinct_ref": "select count(distinct review) from children where outcome='died'",
    "median_age": "select status, median(age) from children group by 1",
    "top20": "select id, incident_date, grade from reviews where region='London'"
             " order by incident_date desc nulls last, id limit 20",
    "text_word": "select count(*) from narratives where {common}",
    "text_and": "select count(*) from narratives where {first} and {second}",
    "text_rare": "select count(*) from narratives where {rare}",
}


def ours(question):
    """A question in this program's language."""
    return OURS[question].format(**WORDS)


def sql(question, contains):
    """A question in SQL; `contains` makes the condition that a narrative holds a word."""
    return SQL[question].format(**{role: contains(word) for role, word in WORDS.items()})


def labels(folder):
    """What the codebook of the data calls each code; answers of this program hold the label."""
    with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
        package = json.load(file)
    found = {}
    for resource in package["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            for category in field.get("categories", []):
                if isinstance(category, dict) and "label" in category:
                    found[str(category["value"])] = category["label"]
    return found


def canonical(rows, question, labels):
    """An answer as one text, equal whenever the answers are.

    Groups without rows are left out, since SQL has none; a row holds what SQL answers.
    """
    def cell(value):
        if value is None or value != value or value == "(not recorded)":
            return ""
        if isinstance(value, float):
            return f"{value:.6g}"
        text = str(value)
        text = text[:10] if text.endswith(" 00:00:00") else text
        return labels.get(text, text)

    if question == "median_age":
        rows = [row[:2] for row in rows]
    rows = [row for row in rows if len(row) == 1 or row[-1] != 0]
    lines = [",".join(cell(value) for value in row) for row in rows]
    return "|".join(lines if question in ORDERED else sorted(lines))
