extension Golden {
  /// The style that every page carries.
  private static let style = """
    :root { color-scheme: light dark; }
    body { font-family: sans-serif; margin: 2em; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; min-width: min(100%, 26em); }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    tbody th { font-weight: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    """

  /// What each sample is in HTML.
  static let html: [String: String] = [
    "count": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>count children</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <h1>count children</h1>
    <p>194 children</p>
    </body>
    </html>

    """#,
    "count-of-some": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>count children where status = &quot;CP plan&quot; and died</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <h1>count children where status = &quot;CP plan&quot; and died</h1>
    <p>35 children (of 144 with died recorded; 50 not recorded)</p>
    <p>note: `status` is cumulative; &quot;is at least&quot; gives 90</p>
    </body>
    </html>

    """#,
    "share": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>percent cin of children where died</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <h1>percent cin of children where died</h1>
    <figure>
    \#(svg["share"] ?? "")</figure>
    <p>31 of 90 (34.4%)</p>
    </body>
    </html>

    """#,
    "share-of-some": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>percent cin of children where died</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <h1>percent cin of children where died</h1>
    <figure>
    \#(svg["share-of-some"] ?? "")</figure>
    <p>31 of 86 (36.0%); 4 undecided: 4 cin</p>
    </body>
    </html>

    """#,
    "count-by": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>count children by status</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <figure>
    \#(svg["count-by"] ?? "")</figure>
    <table>
    <caption>count children by status</caption>
    <thead>
    <tr><th scope="col">status</th><th scope="col" class="number">count</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">Known</th><td class="number">29</td></tr>
    <tr><th scope="row">CP plan</th><td class="number">149</td></tr>
    <tr><th scope="row">(not recorded)</th><td class="number">16</td></tr>
    </tbody>
    </table>
    <p>194 children</p>
    </body>
    </html>

    """#,
    "list": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>list children show id, age, weight, born, died, needs, share, summary first 3</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <table>
    <caption>list children show id, age, weight, born, died, needs, share, summary first 3</caption>
    <thead>
    <tr><th scope="col">id</th><th scope="col" class="number">age</th><th scope="col" class="number">weight</th><th scope="col">born</th><th scope="col">died</th><th scope="col">needs</th><th scope="col" class="number">share</th><th scope="col">summary</th></tr>
    </thead>
    <tbody>
    <tr><td>C001</td><td class="number">3</td><td class="number">12.5000</td><td>2006-07-14</td><td>yes</td><td>MOB; HAND</td><td class="number">34.4%</td><td>seen, but &quot;late&quot;</td></tr>
    <tr><td>C002</td><td class="number">(not recorded)</td><td class="number">3.0000</td><td>(not recorded: refused)</td><td>no</td><td></td><td class="number">-</td><td>two↵lines | a tab</td></tr>
    <tr><td>Zoë</td><td class="number">11</td><td class="number">3.3333</td><td>1998-01-02</td><td>(not recorded)</td><td>(not recorded)</td><td class="number">&lt;0.1%</td><td></td></tr>
    </tbody>
    </table>
    <p>3 of 35 rows shown</p>
    <p>35 children (of 144 with died recorded; 50 not recorded)</p>
    </body>
    </html>

    """#,
    "frequencies": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>tabulate children by age bands (0, 1, 6, 11)</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <figure>
    \#(svg["frequencies"] ?? "")</figure>
    <table>
    <caption>tabulate children by age bands (0, 1, 6, 11)</caption>
    <thead>
    <tr><th scope="col">age band</th><th scope="col" class="number">n</th><th scope="col" class="number">%</th><th scope="col" class="number">cumulative %</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">under 1</th><td class="number">70</td><td class="number">39.3%</td><td class="number">39.3%</td></tr>
    <tr><th scope="row">1 to 5</th><td class="number">100</td><td class="number">56.2%</td><td class="number">95.5%</td></tr>
    <tr><th scope="row">6 to 10</th><td class="number">0</td><td class="number">0.0%</td><td class="number">95.5%</td></tr>
    <tr><th scope="row">11 and over</th><td class="number">8</td><td class="number">4.5%</td><td class="number">100.0%</td></tr>
    <tr class="total"><th scope="row">total</th><td class="number">178</td><td class="number">100.0%</td><td class="number"></td></tr>
    <tr class="outside"><th scope="row">(not recorded)</th><td class="number">16</td><td class="number"></td><td class="number"></td></tr>
    </tbody>
    </table>
    <p>percentages are of 178 children with age band recorded</p>
    </body>
    </html>

    """#,
    "frequencies-with-missing": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>tabulate children by gender with missing</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <figure>
    \#(svg["frequencies-with-missing"] ?? "")</figure>
    <table>
    <caption>tabulate children by gender with missing</caption>
    <thead>
    <tr><th scope="col">gender</th><th scope="col" class="number">n</th><th scope="col" class="number">%</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">female</th><td class="number">90</td><td class="number">46.4%</td></tr>
    <tr><th scope="row">male</th><td class="number">100</td><td class="number">51.5%</td></tr>
    <tr><th scope="row">(not recorded)</th><td class="number">4</td><td class="number">2.1%</td></tr>
    <tr class="total"><th scope="row">total</th><td class="number">194</td><td class="number">100.0%</td></tr>
    </tbody>
    </table>
    <p>percentages are of 194 children, not recorded included</p>
    <p>35 children (of 144 with died recorded; 50 not recorded)</p>
    </body>
    </html>

    """#,
    "crosstab": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>tabulate children by status, died with row %, total %</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <figure>
    \#(svg["crosstab"] ?? "")</figure>
    <table>
    <caption>tabulate children by status, died with row %, total %</caption>
    <thead>
    <tr><td colspan="2"></td><th scope="colgroup" colspan="4">died</th></tr>
    <tr><th scope="col">status</th><th scope="col"></th><th scope="col" class="number">no</th><th scope="col" class="number">yes</th><th scope="col" class="number">total</th><th scope="col" class="number">(not recorded)</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">Known</th><th scope="row">n</th><td class="number">10</td><td class="number">20</td><td class="number">30</td><td class="number">3</td></tr>
    <tr class="more"><td></td><th scope="row">row %</th><td class="number">33.3%</td><td class="number">66.7%</td><td class="number">100.0%</td><td class="number"></td></tr>
    <tr class="more"><td></td><th scope="row">total %</th><td class="number">0.5%</td><td class="number">1.0%</td><td class="number">1.5%</td><td class="number"></td></tr>
    <tr><th scope="row">CP plan</th><th scope="row">n</th><td class="number">1999</td><td class="number">1</td><td class="number">2000</td><td class="number">0</td></tr>
    <tr class="more"><td></td><th scope="row">row %</th><td class="number">&gt;99.9%</td><td class="number">0.1%</td><td class="number">100.0%</td><td class="number"></td></tr>
    <tr class="more"><td></td><th scope="row">total %</th><td class="number">98.5%</td><td class="number">&lt;0.1%</td><td class="number">98.5%</td><td class="number"></td></tr>
    <tr class="total"><th scope="row">total</th><th scope="row">n</th><td class="number">2009</td><td class="number">21</td><td class="number">2030</td><td class="number">3</td></tr>
    <tr class="total more"><td></td><th scope="row">row %</th><td class="number">99.0%</td><td class="number">1.0%</td><td class="number">100.0%</td><td class="number"></td></tr>
    <tr class="total more"><td></td><th scope="row">total %</th><td class="number">99.0%</td><td class="number">1.0%</td><td class="number">100.0%</td><td class="number"></td></tr>
    <tr class="outside"><th scope="row">(not recorded)</th><th scope="row">n</th><td class="number">2</td><td class="number">4</td><td class="number">6</td><td class="number">0</td></tr>
    </tbody>
    </table>
    <p>totals and percentages are of 2030 children with status and died recorded</p>
    <p>row % is of each row, total % is of all 2030 children</p>
    </body>
    </html>

    """#,
    "plain-crosstab": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>tabulate children by age, died</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <figure>
    \#(svg["plain-crosstab"] ?? "")</figure>
    <table>
    <caption>tabulate children by age, died</caption>
    <thead>
    <tr><td colspan="1"></td><th scope="colgroup" colspan="4">died</th></tr>
    <tr><th scope="col" class="number">age</th><th scope="col" class="number">no</th><th scope="col" class="number">yes</th><th scope="col" class="number">(not recorded)</th><th scope="col" class="number">total</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row" class="number">0</th><td class="number">10</td><td class="number">20</td><td class="number">3</td><td class="number">33</td></tr>
    <tr><th scope="row" class="number">11</th><td class="number">49</td><td class="number">0</td><td class="number">1</td><td class="number">50</td></tr>
    <tr class="total"><th scope="row" class="number">total</th><td class="number">59</td><td class="number">20</td><td class="number">4</td><td class="number">83</td></tr>
    </tbody>
    </table>
    <p>totals are of 83 children, not recorded included</p>
    </body>
    </html>

    """#,
    "nothing": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>list children where age &gt; 40</title>
    <style>
    \#(style)
    </style>
    </head>
    <body>
    <h1>list children where age &gt; 40</h1>
    <p>no children (of 120 decided; 74 undecided: 50 died, 30 age)</p>
    </body>
    </html>

    """#,
  ]
}
