extension Golden {
  /// What each sample is in SVG.
  static let svg: [String: String] = [
    "count": #"""
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 76" width="720" height="76" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">count children</title>
    <desc id="chart-desc">194 children.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">count children</text>
    <text x="16" y="56" fill="#595959">194 children</text>
    </svg>

    """#,
    "count-of-some": #"""
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 94" width="720" height="94" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">count children where status = &quot;CP plan&quot; and died</title>
    <desc id="chart-desc">35 children (of 144 with died recorded; 50 not recorded); note: `status` is cumulative; &quot;is at least&quot; gives 90.</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">count children where status = &quot;CP plan&quot; and died</text>
    <text x="16" y="56" fill="#595959">35 children (of 144 with died recorded; 50 not recorded)</text>
    <text x="16" y="74" fill="#595959">note: `status` is cumulative; &quot;is at least&quot; gives 90</text>
    </svg>

    """#,
    "share": #"""
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

    """#,
    "share-of-some": #"""
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

    """#,
    "count-by": #"""
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

    """#,
    "list": #"""
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 112" width="720" height="112" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">list children show id, age, weight, born, died, needs, share, summary first 3</title>
    <desc id="chart-desc">a chart shows one count or measure that is never below 0; this answer has none; 35 children (of 144 with died recorded; 50 not recorded).</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">list children show id, age, weight, born, died, needs, share, summary first</text>
    <text x="16" y="48" font-weight="bold" fill="#1a1a1a">3</text>
    <text x="16" y="74" fill="#595959">a chart shows one count or measure that is never below 0; this answer has none</text>
    <text x="16" y="92" fill="#595959">35 children (of 144 with died recorded; 50 not recorded)</text>
    </svg>

    """#,
    "frequencies": #"""
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

    """#,
    "frequencies-with-missing": #"""
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

    """#,
    "crosstab": #"""
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

    """#,
    "plain-crosstab": #"""
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

    """#,
    "nothing": #"""
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 720 76" width="720" height="76" font-family="Helvetica, Arial, sans-serif" font-size="14">
    <title id="chart-title">list children where age &gt; 40</title>
    <desc id="chart-desc">no children (of 120 decided; 74 undecided: 50 died, 30 age).</desc>
    <rect width="100%" height="100%" fill="#ffffff"/>
    <text x="16" y="30" font-weight="bold" fill="#1a1a1a">list children where age &gt; 40</text>
    <text x="16" y="56" fill="#595959">no children (of 120 decided; 74 undecided: 50 died, 30 age)</text>
    </svg>

    """#,
  ]
}
