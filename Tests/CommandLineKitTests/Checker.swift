import Foundation
import Testing

/// Runs a checker over a text, if the checker is installed.
func expectClean(_ text: String, _ command: [String]) throws {
  let folders = ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  let program = command.first ?? ""
  let paths = folders.map { "\($0)/\(program)" }
  guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return }
  let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try text.write(to: file, atomically: true, encoding: .utf8)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = command.dropFirst() + [file.path]
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let complaints = String(
    decoding: output.fileHandleForReading.readDataToEndOfFile(),
    as: UTF8.self
  )
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(complaints)")
}
