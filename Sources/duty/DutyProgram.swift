@main
enum DutyProgram {
  static func main() {}
}
