#include "pipeline/cli/command_line.h"

int main(int count, char** words) {
    return sohoa::cli::run(count, words);
}
