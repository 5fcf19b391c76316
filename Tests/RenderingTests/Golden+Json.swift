extension Golden {
  /// What each sample is in JSON.
  static let json: [String: String] = [
    "count": #"""
    {
      "statement": "count children",
      "unit": "children",
      "columns": [
        {"name": "count", "type": "integer"}
      ],
      "rows": [
        {"count": 194}
      ],
      "totalRows": 1,
      "base": {"total": 194, "counted": 194, "undecided": 0, "undecidedFields": []},
      "undecided": 0,
      "notes": []
    }

    """#,
    "count-of-some": #"""
    {
      "statement": "count children where status = \"CP plan\" and died",
      "unit": "children",
      "columns": [
        {"name": "count", "type": "integer"}
      ],
      "rows": [
        {"count": 35}
      ],
      "totalRows": 1,
      "base": {"total": 194, "counted": 35, "undecided": 50, "undecidedFields": [{"name": "died", "count": 50}]},
      "undecided": 50,
      "notes": ["`status` is cumulative; \"is at least\" gives 90"]
    }

    """#,
    "share": #"""
    {
      "statement": "percent cin of children where died",
      "unit": "children",
      "columns": [
        {"name": "count", "type": "integer"},
        {"name": "base", "type": "integer"},
        {"name": "percent", "type": "percent"}
      ],
      "rows": [
        {"count": 31, "base": 90, "percent": 34.4}
      ],
      "totalRows": 1,
      "base": {"total": 194, "counted": 90, "undecided": 0, "undecidedFields": []},
      "undecided": 0,
      "notes": []
    }

    """#,
    "share-of-some": #"""
    {
      "statement": "percent cin of children where died",
      "unit": "children",
      "columns": [
        {"name": "count", "type": "integer"},
        {"name": "base", "type": "integer"},
        {"name": "percent", "type": "percent"}
      ],
      "rows": [
        {"count": 31, "base": 86, "percent": 36.0}
      ],
      "totalRows": 1,
      "base": {"total": 90, "counted": 31, "undecided": 4, "undecidedFields": [{"name": "cin", "count": 4}]},
      "undecided": 4,
      "notes": []
    }

    """#,
    "count-by": #"""
    {
      "statement": "count children by status",
      "unit": "children",
      "columns": [
        {"name": "status", "type": "text"},
        {"name": "count", "type": "integer"}
      ],
      "rows": [
        {"status": "Known", "count": 29},
        {"status": "CP plan", "count": 149},
        {"status": null, "count": 16}
      ],
      "totalRows": 3,
      "base": {"total": 194, "counted": 194, "undecided": 0, "undecidedFields": []},
      "undecided": 0,
      "notes": []
    }

    """#,
    "list": #"""
    {
      "statement": "list children show id, age, weight, born, died, needs, share, summary first 3",
      "unit": "children",
      "columns": [
        {"name": "id", "type": "text"},
        {"name": "age", "type": "integer"},
        {"name": "weight", "type": "number"},
        {"name": "born", "type": "date"},
        {"name": "died", "type": "boolean"},
        {"name": "needs", "type": "list"},
        {"name": "share", "type": "percent"},
        {"name": "summary", "type": "text"}
      ],
      "rows": [
        {"id": "C001", "age": 3, "weight": 12.5, "born": "2006-07-14", "died": true, "needs": ["MOB", "HAND"], "share": 34.4, "summary": "seen, but \"late\""},
        {"id": "C002", "age": null, "weight": 3, "born": null, "died": false, "needs": [], "share": null, "summary": "two\nlines | a\ttab"},
        {"id": "Zoë", "age": 11, "weight": 3.3333333333333335, "born": "1998-01-02", "died": null, "needs": null, "share": 0.02, "summary": ""}
      ],
      "totalRows": 35,
      "base": {"total": 194, "counted": 35, "undecided": 50, "undecidedFields": [{"name": "died", "count": 50}]},
      "undecided": 50,
      "notes": []
    }

    """#,
    "frequencies": #"""
    {
      "statement": "tabulate children by age bands (0, 1, 6, 11)",
      "unit": "children",
      "columns": [
        {"name": "age band", "type": "text"},
        {"name": "count", "type": "integer"},
        {"name": "percent", "type": "percent"},
        {"name": "cumulative_percent", "type": "percent"}
      ],
      "rows": [
        {"age band": "under 1", "count": 70, "percent": 39.3, "cumulative_percent": 39.3},
        {"age band": "1 to 5", "count": 100, "percent": 56.2, "cumulative_percent": 95.5},
        {"age band": "6 to 10", "count": 0, "percent": 0.0, "cumulative_percent": 95.5},
        {"age band": "11 and over", "count": 8, "percent": 4.5, "cumulative_percent": 100.0},
        {"age band": null, "count": 16, "percent": null, "cumulative_percent": null}
      ],
      "totalRows": 5,
      "base": {"total": 194, "counted": 194, "undecided": 0, "undecidedFields": []},
      "undecided": 0,
      "notes": []
    }

    """#,
    "frequencies-with-missing": #"""
    {
      "statement": "tabulate children by gender with missing",
      "unit": "children",
      "columns": [
        {"name": "gender", "type": "text"},
        {"name": "count", "type": "integer"},
        {"name": "percent", "type": "percent"}
      ],
      "rows": [
        {"gender": "female", "count": 90, "percent": 46.4},
        {"gender": "male", "count": 100, "percent": 51.5},
        {"gender": null, "count": 4, "percent": 2.1}
      ],
      "totalRows": 3,
      "base": {"total": 194, "counted": 35, "undecided": 50, "undecidedFields": [{"name": "died", "count": 50}]},
      "undecided": 50,
      "notes": []
    }

    """#,
    "crosstab": #"""
    {
      "statement": "tabulate children by status, died with row %, total %",
      "unit": "children",
      "columns": [
        {"name": "status", "type": "text"},
        {"name": "died", "type": "boolean"},
        {"name": "count", "type": "integer"},
        {"name": "row_percent", "type": "percent"},
        {"name": "total_percent", "type": "percent"}
      ],
      "rows": [
        {"status": "Known", "died": false, "count": 10, "row_percent": 33.3, "total_percent": 0.5},
        {"status": "Known", "died": true, "count": 20, "row_percent": 66.7, "total_percent": 1.0},
        {"status": "Known", "died": null, "count": 3, "row_percent": null, "total_percent": null},
        {"status": "CP plan", "died": false, "count": 1999, "row_percent": 99.95, "total_percent": 98.5},
        {"status": "CP plan", "died": true, "count": 1, "row_percent": 0.1, "total_percent": 0.05},
        {"status": "CP plan", "died": null, "count": 0, "row_percent": null, "total_percent": null},
        {"status": null, "died": false, "count": 2, "row_percent": null, "total_percent": null},
        {"status": null, "died": true, "count": 4, "row_percent": null, "total_percent": null},
        {"status": null, "died": null, "count": 0, "row_percent": null, "total_percent": null}
      ],
      "totalRows": 9,
      "base": null,
      "undecided": 0,
      "notes": []
    }

    """#,
    "plain-crosstab": #"""
    {
      "statement": "tabulate children by age, died",
      "unit": "children",
      "columns": [
        {"name": "age", "type": "integer"},
        {"name": "died", "type": "boolean"},
        {"name": "count", "type": "integer"}
      ],
      "rows": [
        {"age": 0, "died": false, "count": 10},
        {"age": 0, "died": true, "count": 20},
        {"age": 0, "died": null, "count": 3},
        {"age": 11, "died": false, "count": 49},
        {"age": 11, "died": true, "count": 0},
        {"age": 11, "died": null, "count": 1}
      ],
      "totalRows": 6,
      "base": null,
      "undecided": 0,
      "notes": []
    }

    """#,
    "nothing": #"""
    {
      "statement": "list children where age > 40",
      "unit": "children",
      "columns": [
        {"name": "id", "type": "text"},
        {"name": "age", "type": "integer"}
      ],
      "rows": [],
      "totalRows": 0,
      "base": {"total": 194, "counted": 0, "undecided": 74, "undecidedFields": [{"name": "died", "count": 50}, {"name": "age", "count": 30}]},
      "undecided": 74,
      "notes": []
    }

    """#,
  ]
}
