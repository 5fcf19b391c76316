"""The peers. Each loads the tables of a folder and answers a question with rows, or with None
where the folder lacks what the question needs."""
import csv
import datetime
import os
import tempfile

from questions import SQL, TEXT, sql

CATEGORIES = {
    "children": ("gender", "ethnicity", "ethnic_group", "outcome", "status", "cp_history"),
    "reviews": ("lscb", "region", "grade"),
    "characteristics": ("kind",),
}
# What the package declares as missing; each engine reads it as null.
MISSING = ("", "withheld", "REFU", "NOBT", "n/a")
TABLES = ("children", "reviews", "characteristics")


def has_texts(folder):
    """Whether a folder holds narratives; without any, the file is its header."""
    path = f"{folder}/narratives.csv"
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8") as file:
        file.readline()
        return file.readline() != ""


def tables(folder):
    """The tables to load: the narratives alone where there are any, since the questions about
    texts are asked of their own data."""
    return ("narratives",) if has_texts(folder) else TABLES


def questions(folder):
    """The questions that a folder can be asked."""
    about_texts = tables(folder) == ("narratives",)
    return [name for name in SQL if (name in TEXT) == about_texts]


class DuckDB:
    def __init__(self, folder, threads, enums=False):
        import duckdb
        self.connection = duckdb.connect()
        self.connection.execute(f"set threads={threads}")
        for table in tables(folder):
            self.connection.execute(
                f"create table {table} as select * from read_csv("
                f"'{folder}/{table}.csv', nullstr={list(MISSING)})")
            for column in CATEGORIES.get(table, ()) if enums else ():
                kind = f"{table}_{column}"
                self.connection.execute(
                    f"create type {kind} as enum (select distinct {column} from {table}"
                    f" where {column} is not null)")
                self.connection.execute(
                    f"alter table {table} alter {column} type {kind}")

    def rows(self, question):
        text = sql(question, lambda word: f"regexp_matches(text, '\\b{word}\\b', 'i')")
        return self.connection.execute(text).fetchall()


class SQLite:
    # The columns that the questions ask for, first those that they compare.
    INDEXES = {
        "children": ("status,outcome,gender,age", "ethnicity", "outcome,review", "review,outcome",
                     "outcome,ethnicity,status", "outcome,status,review", "age,review",
                     "status,age", "status,cp_history"),
        "reviews": ("grade", "incident_date", "region,incident_date desc,id"),
        "characteristics": ("kind,child", "child,kind"),
    }

    def __init__(self, folder, threads):
        import sqlite3
        # A file that the system keeps in memory as long as there is room: in SQLite's own memory, ten
        # million rows with their indexes leave none for the other engines.
        self.folder = tempfile.TemporaryDirectory()
        self.connection = sqlite3.connect(f"{self.folder.name}/tables.sqlite3")
        for setting in ("journal_mode=off", "synchronous=off", "locking_mode=exclusive",
                        "mmap_size=2147418112", "cache_size=-1000000", "temp_store=memory"):
            self.connection.execute(f"pragma {setting}")
        self.connection.execute(f"pragma threads={threads}")
        for table in tables(folder):
            self.load(folder, table)
        if tables(folder) == ("narratives",):
            self.connection.execute(
                "create virtual table words using fts5(text, content='', detail=none)")
            self.connection.execute(
                "insert into words(rowid, text) select rowid, text from narratives")
        self.connection.execute("analyze")
        self.connection.commit()

    def load(self, folder, table):
        with open(f"{folder}/{table}.csv", newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            head = next(rows)
            columns = ", ".join(
                f"{name} {'integer' if name == 'age' else 'text'}"
                + (" primary key" if name == "id" else "") for name in head)
            self.connection.execute(f"create table {table} ({columns})")
            self.connection.executemany(
                f"insert into {table} values ({','.join('?' * len(head))})",
                ([None if value in MISSING else value for value in row] for row in rows))
        for number, columns in enumerate(self.INDEXES.get(table, ())):
            self.connection.execute(f"create index {table}_{number} on {table}({columns})")

    # SQLite has no median: the mean of the one or two rows in the middle.
    MEDIAN = (
        "select status, avg(age) from (select status, age, row_number() over"
        " (partition by status order by age) place, count(*) over (partition by status) n"
        " from children where age is not null) where place in ((n + 1) / 2, n / 2 + 1) group by 1")

    def rows(self, question):
        text = self.MEDIAN if question == "median_age" else sql(question, lambda word: word)
        if question in TEXT:
            condition = text.split(" where ")[1].replace(" and ", " AND ")
            text = f"select count(*) from words where words match '{condition}'"
        return self.connection.execute(text).fetchall()


class ChDB:
    def __init__(self, folder, threads):
        from chdb import session
        self.session = session.Session()
        self.session.query(f"set max_threads={threads}")
        self.session.query("set join_use_nulls=1")
        self.session.query("create database bench engine=Atomic")
        self.session.query("use bench")
        for table in tables(folder):
            with open(f"{folder}/{table}.csv", encoding="utf-8") as file:
                head = next(csv.reader(file))
            columns = ", ".join(
                f"{name} {self.kind(name, name in CATEGORIES.get(table, ()))}" for name in head)
            read = ", ".join(f"{name} Nullable(String)" for name in head)
            values = ", ".join(self.value(name) for name in head)
            self.session.query(f"create table {table} ({columns}) engine=Memory")
            self.session.query(
                f"insert into {table} select {values} from"
                f" file('{folder}/{table}.csv', CSVWithNames, '{read}')")

    @staticmethod
    def value(name):
        if name == "id":
            return "assumeNotNull(id)"
        reader = {"age": "toInt16OrNull", "incident_date": "toDateOrNull"}.get(name, "")
        return f"{reader}(if({name} in {MISSING}, null, {name}))"

    @staticmethod
    def kind(name, is_category):
        if name == "id":
            return "String"
        if name == "age":
            return "Nullable(Int16)"
        if name == "incident_date":
            return "Nullable(Date)"
        return "LowCardinality(Nullable(String))" if is_category else "Nullable(String)"

    def rows(self, question):
        import json
        text = sql(question, lambda word: f"match(text, '(?i)\\\\b{word}\\\\b')")
        text = text.replace("median(age)", "quantileExactInclusive(0.5)(age)")
        lines = self.session.query(text, "JSONCompactEachRow").bytes().decode().splitlines()
        return [[int(value) if isinstance(value, str) and value.isdigit() else value
                 for value in json.loads(line)] for line in lines]


class Polars:
    def __init__(self, folder, threads):
        import polars
        self.polars = polars
        self.frames = {
            table: polars.read_csv(
                f"{folder}/{table}.csv", try_parse_dates=True, infer_schema_length=10_000,
                null_values=list(MISSING),
                schema_overrides={
                    name: polars.Categorical for name in CATEGORIES.get(table, ())})
            for table in tables(folder)}

    def rows(self, question):
        return getattr(self, question)().collect().rows()

    def count(self, table, condition):
        return self.frames[table].lazy().filter(condition).select(self.polars.len())

    def grouped(self, frame, *columns):
        return frame.group_by(*columns).len()

    @property
    def children(self):
        return self.frames["children"].lazy()

    @property
    def with_review(self):
        return self.children.join(
            self.frames["reviews"].lazy(), left_on="review", right_on="id")

    @property
    def died(self):
        return self.polars.col("outcome") == "died"

    @property
    def planned(self):
        return self.polars.col("status") == "CP plan"

    def count2(self):
        return self.count("children", self.planned & self.died)

    def count4(self):
        col = self.polars.col
        return self.count(
            "children", self.planned & self.died & (col("gender") == "female") & (col("age") < 12))

    def count_or_not(self):
        col = self.polars.col
        return self.count(
            "children", (self.planned | (col("status") == "Child in need"))
            & ~(col("cp_history") == "never"))

    def group_eth(self):
        return self.grouped(self.children, "ethnicity")

    def group_auth_died(self):
        return self.grouped(self.with_review.filter(self.died), "lscb")

    def crosstab(self):
        return self.grouped(self.children.filter(self.died), "ethnicity", "status")

    def fk_down(self):
        inadequate = self.polars.col("grade") == "inadequate"
        return self.children.filter(self.died).join(
            self.frames["reviews"].lazy().filter(inadequate), left_on="review", right_on="id",
            how="semi").select(self.polars.len())

    def fk_any(self):
        return self.frames["reviews"].lazy().join(
            self.children.filter(self.planned & self.died), left_on="id", right_on="review",
            how="semi").select(self.polars.len())

    def group_via_fk(self):
        return self.grouped(self.with_review, "grade")

    def multi_has(self):
        abused = self.polars.col("kind") == "physical abuse"
        return self.children.filter(self.died).join(
            self.frames["characteristics"].lazy().filter(abused), left_on="id", right_on="child",
            how="semi").select(self.polars.len())

    def multi_group(self):
        return self.grouped(self.frames["characteristics"].lazy().join(
            self.children.filter(self.died), left_on="child", right_on="id", how="semi"), "kind")

    def range2(self):
        col, date = self.polars.col, datetime.date
        return self.with_review.filter(
            col("age").is_between(120, 180)
            & col("incident_date").is_between(date(2008, 1, 1), date(2008, 12, 31))
        ).select(self.polars.len())

    def distinct_ref(self):
        return self.children.filter(self.died).select(self.polars.col("review").n_unique())

    def median_age(self):
        return self.children.group_by("status").agg(self.polars.col("age").median())

    def top20(self):
        london = self.polars.col("region") == "London"
        return self.frames["reviews"].lazy().filter(london).sort(
            ["incident_date", "id"], descending=[True, False], nulls_last=True
        ).head(20).select("id", "incident_date", "grade")

    def mentions(self, *roles):
        from questions import WORDS
        condition = self.polars.lit(True)
        for role in roles:
            condition &= self.polars.col("text").str.contains(rf"(?i)\b{WORDS[role]}\b")
        return self.count("narratives", condition)

    def text_word(self):
        return self.mentions("common")

    def text_and(self):
        return self.mentions("first", "second")

    def text_rare(self):
        return self.mentions("rare")


ENGINES = {
    "duckdb": DuckDB,
    "duckdb_enum": lambda folder, threads: DuckDB(folder, threads, enums=True),
    "polars": Polars,
    "chdb": ChDB,
    "sqlite": SQLite,
}
