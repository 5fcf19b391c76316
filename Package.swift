// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every Swift target.
///
/// Warnings stop the build, existentials are spelled out, and an import is private to its file
/// unless it says otherwise. Swift 6 language mode
/// already checks concurrency completely; the flag says so to a reader and to older tools.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-strict-concurrency=complete"]),
]

let strictC: [CSetting] = [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]

/// A Swift target of the product, with the strict settings.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module; every test target may use `TestSupport`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

// The table of who may import whom is in `Tests/ArchitectureTests`; it holds the imports in the
// files to the edges written here.
let package = Package(
  name: "enquire",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "enquire", targets: ["enquire"]),
    .executable(name: "enquire-generate", targets: ["enquire-generate"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    // C: libedit, the terminal, the bytes of the bundled data package, the search for separators
    // in delimited text, and the loops over bitmaps.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"]), .yum(["libedit-devel"])]),
    .target(
      name: "CEditLine", dependencies: ["CLibEdit"], cSettings: strictC,
      linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CBundledData", exclude: ["scr-2009-10", "scr-practice"], cSettings: strictC),
    .target(name: "CBundledQueries", cSettings: strictC),
    // Optimised in debug builds as well: these loops are most of the tests' time otherwise.
    // What pays to be done on many bytes at once is written so; made of the other loops by the
    // compiler, it takes half as long again.
    .target(
      name: "CDelimitedScan",
      cSettings: strictC + [.unsafeFlags(["-O2", "-fno-vectorize", "-fno-slp-vectorize"])]),
    .target(name: "CBitmapKernels", cSettings: strictC + [.unsafeFlags(["-O2"])]),

    // Text, mistakes.
    module("TextLayout", ["CEditLine"]),
    module("Diagnostics", ["TextLayout"]),

    // Data.
    module("Threading"),
    module("Bitmaps", ["CBitmapKernels", "Threading"]),
    module("TextSearch", ["Bitmaps", "Threading"]),
    module("Tables", ["Bitmaps", "TextSearch"]),
    module(
      "Loading",
      [
        "Tables", "Bitmaps", "TextSearch", "Threading", "Diagnostics", "CBundledData",
        "CDelimitedScan",
      ]),

    // Numbers.
    module("Statistics"),

    // Queries: text to tree, tree to plan, plan to answer, answer to text.
    module("Language", ["Diagnostics"]),
    module("Lessons", ["Diagnostics"]),
    module("Scripts", ["Diagnostics"]),
    module("Planning", ["Language", "Tables", "Bitmaps", "TextSearch", "Diagnostics"]),
    module(
      "Execution",
      [
        "Planning", "Language", "Tables", "Bitmaps", "TextSearch", "Threading", "Statistics",
        "Diagnostics",
      ]),
    module("Rendering", ["Execution", "Tables", "TextLayout"]),

    // The shell.
    module("LineEditing", ["CEditLine", "TextLayout"]),
    module(
      "Session",
      [
        "Rendering", "Execution", "Planning", "Language", "Scripts", "Loading", "Tables",
        "Bitmaps", "Threading", "Diagnostics", "TextLayout", "LineEditing", "CBundledQueries",
        "Lessons",
      ]),
    .executableTarget(
      name: "enquire",
      dependencies: ["Session", "LineEditing", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "enquire-generate", dependencies: ["Tables", argumentParser], swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: [
        "CEditLine", "Diagnostics", "Language", "Loading", "Planning", "Tables", "TextLayout",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("TextLayoutTests", ["TextLayout"]),
    tests("DiagnosticsTests", ["Diagnostics", "TextLayout"]),
    tests("BitmapsTests", ["Bitmaps", "CBitmapKernels"]),
    tests("TablesTests", ["Tables", "Bitmaps", "TextSearch"]),
    tests("StatisticsTests", ["Statistics"]),
    tests("TextSearchTests", ["TextSearch", "Bitmaps"]),
    tests("ThreadingTests", ["Threading"]),
    tests("LoadingTests", ["Loading", "Tables", "Bitmaps", "Threading", "Diagnostics", grdb]),
    tests("ScriptsTests", ["Scripts", "Diagnostics"]),
    tests("LessonsTests", ["Lessons", "Diagnostics"]),
    tests("LanguageTests", ["Language", "Diagnostics", "TextLayout"]),
    tests("PlanningTests", ["Planning", "Language", "Tables", "Diagnostics"]),
    tests(
      "ExecutionTests",
      [
        "Execution", "Planning", "Language", "Loading", "Tables", "Bitmaps", "Statistics",
        "Diagnostics", grdb,
      ]),
    tests("RenderingTests", ["Rendering", "Execution", "Tables", "TextLayout"]),
    .executableTarget(
      name: "line-editing-demo", dependencies: ["LineEditing", "TextLayout"],
      path: "Tests/LineEditingDemo", swiftSettings: strict),
    tests("LineEditingTests", ["LineEditing", "TextLayout", "line-editing-demo"]),
    tests("GenerationTests", ["CBundledData", "Loading", "Tables", "enquire-generate"]),
    tests(
      "SessionTests",
      [
        "Session", "Execution", "Planning", "Rendering", "Language", "Lessons", "Loading", "Tables",
        "Diagnostics",
      ]),
    tests("ArchitectureTests", []),
    tests("EndToEndTests", ["enquire", "Lessons", "Diagnostics"]),
  ]
)
