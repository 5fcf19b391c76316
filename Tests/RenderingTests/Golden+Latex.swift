extension Golden {
  /// What each sample is in LaTeX.
  static let latex: [String: String] = [
    "count": #"""
    % count children
    194 children

    """#,
    "count-of-some": #"""
    % count children where status = "CP plan" and died
    35 children (of 144 with died recorded; 50 not recorded)

    note: `status` is cumulative; "is at least" gives 90

    """#,
    "share": #"""
    % percent cin of children where died
    31 of 90 (34.4\%)

    """#,
    "share-of-some": #"""
    % percent cin of children where died
    31 of 86 (36.0\%); 4 undecided: 4 cin

    """#,
    "count-by": #"""
    % count children by status
    \begin{tabular}{lr}
    \hline
    status & count \\
    \hline
    Known & 29 \\
    CP plan & 149 \\
    (not recorded) & 16 \\
    \hline
    \end{tabular}

    194 children

    """#,
    "list": #"""
    % list children show id, age, weight, born, died, needs, share, summary first 3
    \begin{tabular}{lrrlllrl}
    \hline
    id & age & weight & born & died & needs & share & summary \\
    \hline
    C001 & 3 & 12.5000 & 2006-07-14 & yes & MOB; HAND & 34.4\% & seen, but "late" \\
    C002 & (not recorded) & 3.0000 & (not recorded: refused) & no &  & - & two↵lines \textbar{} a tab \\
    Zoë & 11 & 3.3333 & 1998-01-02 & (not recorded) & (not recorded) & \textless{}0.1\% &  \\
    \hline
    \end{tabular}

    3 of 35 rows shown

    35 children (of 144 with died recorded; 50 not recorded)

    """#,
    "frequencies": #"""
    % tabulate children by age bands (0, 1, 6, 11)
    \begin{tabular}{lrrr}
    \hline
    age band & n & \% & cumulative \% \\
    \hline
    under 1 & 70 & 39.3\% & 39.3\% \\
    1 to 5 & 100 & 56.2\% & 95.5\% \\
    6 to 10 & 0 & 0.0\% & 95.5\% \\
    11 and over & 8 & 4.5\% & 100.0\% \\
    \hline
    total & 178 & 100.0\% &  \\
    (not recorded) & 16 &  &  \\
    \hline
    \end{tabular}

    percentages are of 178 children with age band recorded

    """#,
    "frequencies-with-missing": #"""
    % tabulate children by gender with missing
    \begin{tabular}{lrr}
    \hline
    gender & n & \% \\
    \hline
    female & 90 & 46.4\% \\
    male & 100 & 51.5\% \\
    (not recorded) & 4 & 2.1\% \\
    \hline
    total & 194 & 100.0\% \\
    \hline
    \end{tabular}

    percentages are of 194 children, not recorded included

    35 children (of 144 with died recorded; 50 not recorded)

    """#,
    "crosstab": #"""
    % tabulate children by status, died with row %, total %
    \begin{tabular}{llrrrr}
    \hline
    & & \multicolumn{4}{c}{died} \\
    status &  & no & yes & total & (not recorded) \\
    \hline
    Known & n & 10 & 20 & 30 & 3 \\
     & row \% & 33.3\% & 66.7\% & 100.0\% &  \\
     & total \% & 0.5\% & 1.0\% & 1.5\% &  \\
    CP plan & n & 1999 & 1 & 2000 & 0 \\
     & row \% & \textgreater{}99.9\% & 0.1\% & 100.0\% &  \\
     & total \% & 98.5\% & \textless{}0.1\% & 98.5\% &  \\
    \hline
    total & n & 2009 & 21 & 2030 & 3 \\
     & row \% & 99.0\% & 1.0\% & 100.0\% &  \\
     & total \% & 99.0\% & 1.0\% & 100.0\% &  \\
    (not recorded) & n & 2 & 4 & 6 & 0 \\
    \hline
    \end{tabular}

    totals and percentages are of 2030 children with status and died recorded

    row \% is of each row, total \% is of all 2030 children

    """#,
    "plain-crosstab": #"""
    % tabulate children by age, died
    \begin{tabular}{rrrrr}
    \hline
    & \multicolumn{4}{c}{died} \\
    age & no & yes & (not recorded) & total \\
    \hline
    0 & 10 & 20 & 3 & 33 \\
    11 & 49 & 0 & 1 & 50 \\
    \hline
    total & 59 & 20 & 4 & 83 \\
    \hline
    \end{tabular}

    totals are of 83 children, not recorded included

    """#,
    "nothing": #"""
    % list children where age > 40
    no children (of 120 decided; 74 undecided: 50 died, 30 age)

    """#,
  ]
}
