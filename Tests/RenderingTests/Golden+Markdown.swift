extension Golden {
  /// What each sample is in Markdown.
  static let markdown: [String: String] = [
    "count": #"""
    194 children

    """#,
    "count-of-some": #"""
    35 children (of 144 with died recorded; 50 not recorded)

    note: \`status\` is cumulative; "is at least" gives 90

    """#,
    "share": #"""
    31 of 90 (34.4%)

    """#,
    "share-of-some": #"""
    31 of 86 (36.0%); 4 undecided: 4 cin

    """#,
    "count-by": #"""
    | status         | count |
    | -------------- | ----: |
    | Known          |    29 |
    | CP plan        |   149 |
    | (not recorded) |    16 |

    194 children

    """#,
    "list": #"""
    | id   |            age |  weight | born                    | died           | needs          | share | summary            |
    | ---- | -------------: | ------: | ----------------------- | -------------- | -------------- | ----: | ------------------ |
    | C001 |              3 | 12.5000 | 2006-07-14              | yes            | MOB; HAND      | 34.4% | seen, but "late"   |
    | C002 | (not recorded) |  3.0000 | (not recorded: refused) | no             |                |     - | two↵lines \| a tab |
    | Zoë  |             11 |  3.3333 | 1998-01-02              | (not recorded) | (not recorded) | <0.1% |                    |

    3 of 35 rows shown

    35 children (of 144 with died recorded; 50 not recorded)

    """#,
    "frequencies": #"""
    | age band       |   n |      % | cumulative % |
    | -------------- | --: | -----: | -----------: |
    | under 1        |  70 |  39.3% |        39.3% |
    | 1 to 5         | 100 |  56.2% |        95.5% |
    | 6 to 10        |   0 |   0.0% |        95.5% |
    | 11 and over    |   8 |   4.5% |       100.0% |
    | total          | 178 | 100.0% |              |
    | (not recorded) |  16 |        |              |

    percentages are of 178 children with age band recorded

    """#,
    "frequencies-with-missing": #"""
    | gender         |   n |      % |
    | -------------- | --: | -----: |
    | female         |  90 |  46.4% |
    | male           | 100 |  51.5% |
    | (not recorded) |   4 |   2.1% |
    | total          | 194 | 100.0% |

    percentages are of 194 children, not recorded included

    35 children (of 144 with died recorded; 50 not recorded)

    """#,
    "crosstab": #"""
    | status         |         | died: no | died: yes |  total | died: (not recorded) |
    | -------------- | ------- | -------: | --------: | -----: | -------------------: |
    | Known          | n       |       10 |        20 |     30 |                    3 |
    |                | row %   |    33.3% |     66.7% | 100.0% |                      |
    |                | total % |     0.5% |      1.0% |   1.5% |                      |
    | CP plan        | n       |     1999 |         1 |   2000 |                    0 |
    |                | row %   |   >99.9% |      0.1% | 100.0% |                      |
    |                | total % |    98.5% |     <0.1% |  98.5% |                      |
    | total          | n       |     2009 |        21 |   2030 |                    3 |
    |                | row %   |    99.0% |      1.0% | 100.0% |                      |
    |                | total % |    99.0% |      1.0% | 100.0% |                      |
    | (not recorded) | n       |        2 |         4 |      6 |                    0 |

    totals and percentages are of 2030 children with status and died recorded

    row % is of each row, total % is of all 2030 children

    """#,
    "plain-crosstab": #"""
    |   age | died: no | died: yes | died: (not recorded) | total |
    | ----: | -------: | --------: | -------------------: | ----: |
    |     0 |       10 |        20 |                    3 |    33 |
    |    11 |       49 |         0 |                    1 |    50 |
    | total |       59 |        20 |                    4 |    83 |

    totals are of 83 children, not recorded included

    """#,
    "nothing": #"""
    no children (of 120 decided; 74 undecided: 50 died, 30 age)

    """#,
  ]
}
