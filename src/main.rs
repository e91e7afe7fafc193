//! The `quizline` program.

fn main() -> std::process::ExitCode {
    quizline::cli::main()
}
