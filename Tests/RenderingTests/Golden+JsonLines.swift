extension Golden {
  /// What each sample is in JSON lines.
  static let jsonLines: [String: String] = [
    "count": #"""
    {"count": 194}

    """#,
    "count-of-some": #"""
    {"count": 35}

    """#,
    "share": #"""
    {"count": 31, "base": 90, "percent": 34.4}

    """#,
    "share-of-some": #"""
    {"count": 31, "base": 86, "percent": 36.0}

    """#,
    "count-by": #"""
    {"status": "Known", "count": 29}
    {"status": "CP plan", "count": 149}
    {"status": null, "count": 16}

    """#,
    "list": #"""
    {"id": "C001", "age": 3, "weight": 12.5, "born": "2006-07-14", "died": true, "needs": ["MOB", "HAND"], "share": 34.4, "summary": "seen, but \"late\""}
    {"id": "C002", "age": null, "weight": 3, "born": null, "died": false, "needs": [], "share": null, "summary": "two\nlines | a\ttab"}
    {"id": "Zoë", "age": 11, "weight": 3.3333333333333335, "born": "1998-01-02", "died": null, "needs": null, "share": 0.02, "summary": ""}

    """#,
    "frequencies": #"""
    {"age band": "under 1", "count": 70, "percent": 39.3, "cumulative_percent": 39.3}
    {"age band": "1 to 5", "count": 100, "percent": 56.2, "cumulative_percent": 95.5}
    {"age band": "6 to 10", "count": 0, "percent": 0.0, "cumulative_percent": 95.5}
    {"age band": "11 and over", "count": 8, "percent": 4.5, "cumulative_percent": 100.0}
    {"age band": null, "count": 16, "percent": null, "cumulative_percent": null}

    """#,
    "frequencies-with-missing": #"""
    {"gender": "female", "count": 90, "percent": 46.4}
    {"gender": "male", "count": 100, "percent": 51.5}
    {"gender": null, "count": 4, "percent": 2.1}

    """#,
    "crosstab": #"""
    {"status": "Known", "died": false, "count": 10, "row_percent": 33.3, "total_percent": 0.5}
    {"status": "Known", "died": true, "count": 20, "row_percent": 66.7, "total_percent": 1.0}
    {"status": "Known", "died": null, "count": 3, "row_percent": null, "total_percent": null}
    {"status": "CP plan", "died": false, "count": 1999, "row_percent": 99.95, "total_percent": 98.5}
    {"status": "CP plan", "died": true, "count": 1, "row_percent": 0.1, "total_percent": 0.05}
    {"status": "CP plan", "died": null, "count": 0, "row_percent": null, "total_percent": null}
    {"status": null, "died": false, "count": 2, "row_percent": null, "total_percent": null}
    {"status": null, "died": true, "count": 4, "row_percent": null, "total_percent": null}
    {"status": null, "died": null, "count": 0, "row_percent": null, "total_percent": null}

    """#,
    "plain-crosstab": #"""
    {"age": 0, "died": false, "count": 10}
    {"age": 0, "died": true, "count": 20}
    {"age": 0, "died": null, "count": 3}
    {"age": 11, "died": false, "count": 49}
    {"age": 11, "died": true, "count": 0}
    {"age": 11, "died": null, "count": 1}

    """#,
    "nothing": "",
  ]
}
