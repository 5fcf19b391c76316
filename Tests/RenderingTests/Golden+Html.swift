extension Golden {
  /// What each sample is in HTML.
  static let html: [String: String] = [
    "count": #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>count children</title>
    <style>
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <h1>percent cin of children where died</h1>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 110" width="720" height="110" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">percent cin of children where died</title>
    <desc id="chart-desc">Bar chart of children: children 31 of 90, 34.4%.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">percent cin of children where died</text>
    <text x="74" y="56" text-anchor="end" fill="#1a1a1a">children</text>
    <rect x="82" y="42" width="174" height="18" fill="#1d5f8a"/>
    <text x="264" y="56" fill="#1a1a1a">31 of 90, 34.4%</text>
    <line x1="82" y1="42" x2="82" y2="68" stroke="#595959"/>
    <text x="16" y="90" fill="#595959">31 of 90 (34.4%)</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <h1>percent cin of children where died</h1>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 110" width="720" height="110" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">percent cin of children where died</title>
    <desc id="chart-desc">Bar chart of children: children 31 of 86, 36.0%.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">percent cin of children where died</text>
    <text x="74" y="56" text-anchor="end" fill="#1a1a1a">children</text>
    <rect x="82" y="42" width="182" height="18" fill="#1d5f8a"/>
    <text x="272" y="56" fill="#1a1a1a">31 of 86, 36.0%</text>
    <line x1="82" y1="42" x2="82" y2="68" stroke="#595959"/>
    <text x="16" y="90" fill="#595959">31 of 86 (36.0%); 4 undecided: 4 cin</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 162" width="720" height="162" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">count children by status</title>
    <desc id="chart-desc">Bar chart of status: Known 29; CP plan 149; (not recorded) 16.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">count children by status</text>
    <text x="119" y="56" text-anchor="end" fill="#1a1a1a">Known</text>
    <rect x="127" y="42" width="106" height="18" fill="#1d5f8a"/>
    <text x="241" y="56" fill="#1a1a1a">29</text>
    <text x="119" y="82" text-anchor="end" fill="#1a1a1a">CP plan</text>
    <rect x="127" y="68" width="545" height="18" fill="#1d5f8a"/>
    <text x="680" y="82" fill="#1a1a1a">149</text>
    <text x="119" y="108" text-anchor="end" fill="#595959">(not recorded)</text>
    <rect x="127" y="94" width="59" height="18" fill="#767676"/>
    <text x="194" y="108" fill="#595959">16</text>
    <line x1="127" y1="42" x2="127" y2="120" stroke="#595959"/>
    <text x="16" y="142" fill="#595959">194 children</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 214" width="720" height="214" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">tabulate children by age bands (0, 1, 6, 11)</title>
    <desc id="chart-desc">Bar chart of age band: under 1 70 (39.3%); 1 to 5 100 (56.2%); 6 to 10 0 (0.0%); 11 and over 8 (4.5%); (not recorded) 16.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">tabulate children by age bands (0, 1, 6, 11)</text>
    <text x="119" y="56" text-anchor="end" fill="#1a1a1a">under 1</text>
    <rect x="127" y="42" width="343" height="18" fill="#1d5f8a"/>
    <text x="478" y="56" fill="#1a1a1a">70 (39.3%)</text>
    <text x="119" y="82" text-anchor="end" fill="#1a1a1a">1 to 5</text>
    <rect x="127" y="68" width="490" height="18" fill="#1d5f8a"/>
    <text x="625" y="82" fill="#1a1a1a">100 (56.2%)</text>
    <text x="119" y="108" text-anchor="end" fill="#1a1a1a">6 to 10</text>
    <text x="135" y="108" fill="#1a1a1a">0 (0.0%)</text>
    <text x="119" y="134" text-anchor="end" fill="#1a1a1a">11 and over</text>
    <rect x="127" y="120" width="39" height="18" fill="#1d5f8a"/>
    <text x="174" y="134" fill="#1a1a1a">8 (4.5%)</text>
    <text x="119" y="160" text-anchor="end" fill="#595959">(not recorded)</text>
    <rect x="127" y="146" width="78" height="18" fill="#767676"/>
    <text x="213" y="160" fill="#595959">16</text>
    <line x1="127" y1="42" x2="127" y2="172" stroke="#595959"/>
    <text x="16" y="194" fill="#595959">percentages are of 178 children with age band recorded</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 180" width="720" height="180" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">tabulate children by gender with missing</title>
    <desc id="chart-desc">Bar chart of gender: female 90 (46.4%); male 100 (51.5%); (not recorded) 4 (2.1%).</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">tabulate children by gender with missing</text>
    <text x="119" y="56" text-anchor="end" fill="#1a1a1a">female</text>
    <rect x="127" y="42" width="441" height="18" fill="#1d5f8a"/>
    <text x="576" y="56" fill="#1a1a1a">90 (46.4%)</text>
    <text x="119" y="82" text-anchor="end" fill="#1a1a1a">male</text>
    <rect x="127" y="68" width="490" height="18" fill="#1d5f8a"/>
    <text x="625" y="82" fill="#1a1a1a">100 (51.5%)</text>
    <text x="119" y="108" text-anchor="end" fill="#1a1a1a">(not recorded)</text>
    <rect x="127" y="94" width="20" height="18" fill="#1d5f8a"/>
    <text x="155" y="108" fill="#1a1a1a">4 (2.1%)</text>
    <line x1="127" y1="42" x2="127" y2="120" stroke="#595959"/>
    <text x="16" y="142" fill="#595959">percentages are of 194 children, not recorded included</text>
    <text x="16" y="160" fill="#595959">35 children (of 144 with died recorded; 50 not recorded)</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 426" width="720" height="426" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">tabulate children by status, died with row %, total %</title>
    <desc id="chart-desc">Bar chart of status by died: status: Known: no 10 (33.3% of the row, 0.5% of all); yes 20 (66.7% of the row, 1.0% of all); (not recorded) 3; status: CP plan: no 1999 (&gt;99.9% of the row, 98.5% of all); yes 1 (0.1% of the row, &lt;0.1% of all); (not recorded) 0; status: (not recorded): no 2; yes 4; (not recorded) 0.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">tabulate children by status, died with row %, total %</text>
    <text x="16" y="64" fill="#1a1a1a" font-weight="bold">status: Known</text>
    <text x="119" y="86" text-anchor="end" fill="#1a1a1a">no</text>
    <rect x="127" y="72" width="1" height="18" fill="#1d5f8a"/>
    <text x="136" y="86" fill="#1a1a1a">10 (33.3% of the row, 0.5% of all)</text>
    <text x="119" y="112" text-anchor="end" fill="#1a1a1a">yes</text>
    <rect x="127" y="98" width="3" height="18" fill="#1d5f8a"/>
    <text x="138" y="112" fill="#1a1a1a">20 (66.7% of the row, 1.0% of all)</text>
    <text x="119" y="138" text-anchor="end" fill="#595959">(not recorded)</text>
    <rect x="127" y="124" width="1" height="18" fill="#767676"/>
    <text x="136" y="138" fill="#595959">3</text>
    <text x="16" y="172" fill="#1a1a1a" font-weight="bold">status: CP plan</text>
    <text x="119" y="194" text-anchor="end" fill="#1a1a1a">no</text>
    <rect x="127" y="180" width="298" height="18" fill="#1d5f8a"/>
    <text x="433" y="194" fill="#1a1a1a">1999 (&gt;99.9% of the row, 98.5% of all)</text>
    <text x="119" y="220" text-anchor="end" fill="#1a1a1a">yes</text>
    <rect x="127" y="206" width="1" height="18" fill="#1d5f8a"/>
    <text x="136" y="220" fill="#1a1a1a">1 (0.1% of the row, &lt;0.1% of all)</text>
    <text x="119" y="246" text-anchor="end" fill="#595959">(not recorded)</text>
    <text x="135" y="246" fill="#595959">0</text>
    <text x="16" y="280" fill="#1a1a1a" font-weight="bold">status: (not recorded)</text>
    <text x="119" y="302" text-anchor="end" fill="#595959">no</text>
    <rect x="127" y="288" width="1" height="18" fill="#767676"/>
    <text x="136" y="302" fill="#595959">2</text>
    <text x="119" y="328" text-anchor="end" fill="#595959">yes</text>
    <rect x="127" y="314" width="1" height="18" fill="#767676"/>
    <text x="136" y="328" fill="#595959">4</text>
    <text x="119" y="354" text-anchor="end" fill="#595959">(not recorded)</text>
    <text x="135" y="354" fill="#595959">0</text>
    <line x1="127" y1="42" x2="127" y2="366" stroke="#595959"/>
    <text x="16" y="388" fill="#595959">totals and percentages are of 2030 children with status and died recorded</text>
    <text x="16" y="406" fill="#595959">row % is of each row, total % is of all 2030 children</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
    </style>
    </head>
    <body>
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 300" width="720" height="300" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">tabulate children by age, died</title>
    <desc id="chart-desc">Bar chart of age by died: age: 0: no 10; yes 20; (not recorded) 3; age: 11: no 49; yes 0; (not recorded) 1.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">tabulate children by age, died</text>
    <text x="16" y="64" fill="#1a1a1a" font-weight="bold">age: 0</text>
    <text x="119" y="86" text-anchor="end" fill="#1a1a1a">no</text>
    <rect x="127" y="72" width="113" height="18" fill="#1d5f8a"/>
    <text x="248" y="86" fill="#1a1a1a">10</text>
    <text x="119" y="112" text-anchor="end" fill="#1a1a1a">yes</text>
    <rect x="127" y="98" width="226" height="18" fill="#1d5f8a"/>
    <text x="361" y="112" fill="#1a1a1a">20</text>
    <text x="119" y="138" text-anchor="end" fill="#1a1a1a">(not recorded)</text>
    <rect x="127" y="124" width="34" height="18" fill="#1d5f8a"/>
    <text x="169" y="138" fill="#1a1a1a">3</text>
    <text x="16" y="172" fill="#1a1a1a" font-weight="bold">age: 11</text>
    <text x="119" y="194" text-anchor="end" fill="#1a1a1a">no</text>
    <rect x="127" y="180" width="553" height="18" fill="#1d5f8a"/>
    <text x="688" y="194" fill="#1a1a1a">49</text>
    <text x="119" y="220" text-anchor="end" fill="#1a1a1a">yes</text>
    <text x="135" y="220" fill="#1a1a1a">0</text>
    <text x="119" y="246" text-anchor="end" fill="#1a1a1a">(not recorded)</text>
    <rect x="127" y="232" width="11" height="18" fill="#1d5f8a"/>
    <text x="146" y="246" fill="#1a1a1a">1</text>
    <line x1="127" y1="42" x2="127" y2="258" stroke="#595959"/>
    <text x="16" y="280" fill="#595959">totals are of 83 children, not recorded included</text>
    </svg>
    </figure>
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
    body { font-family: sans-serif; margin: 2em; color-scheme: light dark; }
    figure { margin: 0 0 1em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    th, td { padding: 0.2em 0.8em; text-align: left; vertical-align: top; }
    thead th { border-bottom: 1px solid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.total > * { border-top: 1px solid; font-weight: bold; }
    tr.total.more > * { border-top: none; font-weight: normal; }
    tr.outside { opacity: 0.75; }
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
