extension Golden {
  /// What each sample is with bars.
  static let bars: [String: String] = [
    "count": #"""
    194 children

    """#,
    "count-of-some": #"""
    35 children (of 144 with died recorded; 50 not recorded)
    note: `status` is cumulative; "is at least" gives 90

    """#,
    "share": #"""
    31 of 90 (34.4%)

    """#,
    "share-of-some": #"""
    31 of 86 (36.0%); 4 undecided: 4 cin

    """#,
    "count-by": #"""
    status          count
    ──────────────  ─────  ────────────────────────────────────────
    Known              29  ███████▊
    CP plan           149  ████████████████████████████████████████
    (not recorded)     16  ████▎
    194 children

    """#,
    "list": #"""
    id               age   weight  born                     died            needs           share  summary
    ────  ──────────────  ───────  ───────────────────────  ──────────────  ──────────────  ─────  ─────────────────
    C001               3  12.5000  2006-07-14               yes             MOB; HAND       34.4%  seen, but "late"
    C002  (not recorded)   3.0000  (not recorded: refused)  no                                  -  two↵lines | a tab
    Zoë               11   3.3333  1998-01-02               (not recorded)  (not recorded)  <0.1%
    3 of 35 rows shown; for all: `as csv into "file.csv"`
    35 children (of 144 with died recorded; 50 not recorded)
    bars stand beside one count or measure that is never below 0; this answer has none

    """#,
    "frequencies": #"""
    age band          n       %  cumulative %
    ──────────────  ───  ──────  ────────────  ────────────────────────────────────────
    under 1          70   39.3%         39.3%  ████████████████████████████
    1 to 5          100   56.2%         95.5%  ████████████████████████████████████████
    6 to 10           0    0.0%         95.5%
    11 and over       8    4.5%        100.0%  ███▎
    ──────────────  ───  ──────  ────────────  ────────────────────────────────────────
    total           178  100.0%
    (not recorded)   16
    percentages are of 178 children with age band recorded

    """#,
    "frequencies-with-missing": #"""
    gender            n       %
    ──────────────  ───  ──────  ────────────────────────────────────────
    female           90   46.4%  ████████████████████████████████████
    male            100   51.5%  ████████████████████████████████████████
    (not recorded)    4    2.1%  █▋
    ──────────────  ───  ──────  ────────────────────────────────────────
    total           194  100.0%
    percentages are of 194 children, not recorded included
    35 children (of 144 with died recorded; 50 not recorded)

    """#,
    "crosstab": #"""
    status          died            count
    ──────────────  ──────────────  ─────  ────────────────────────────────────────
    Known           no                 10  ▎
    Known           yes                20  ▍
    Known           (not recorded)      3  ▏
    CP plan         no               1999  ████████████████████████████████████████
    CP plan         yes                 1  ▏
    CP plan         (not recorded)      0
    (not recorded)  no                  2  ▏
    (not recorded)  yes                 4  ▏
    (not recorded)  (not recorded)      0
    totals are of 2030 children with status and died recorded

    """#,
    "plain-crosstab": #"""
    age  died            count
    ───  ──────────────  ─────  ────────────────────────────────────────
      0  no                 10  ████████▏
      0  yes                20  ████████████████▍
      0  (not recorded)      3  ██▌
     11  no                 49  ████████████████████████████████████████
     11  yes                 0
     11  (not recorded)      1  ▉
    totals are of 83 children, not recorded included

    """#,
    "nothing": #"""
    no children (of 120 decided; 74 undecided: 50 died, 30 age)

    """#,
  ]
}
