# What a configuration file, the environment and the command line say: which wins, what is refused, what is shown.
. "$(dirname "$0")/common.sh"
work="$SOHOA_WORK/config-test"; fresh "$work"
export XDG_CONFIG_HOME="$work/home"; mkdir -p "$XDG_CONFIG_HOME/sohoa"
unset SOHOA_CONFIG SOHOA_CATALOG SOHOA_LANG SOHOA_SERVE_PORT SOHOA_API_KEY SOHOA_PASSPHRASE
file="$XDG_CONFIG_HOME/sohoa/sohoa.toml"
row() { "$SOHOA" config --lang en "${@:3}" | awk -v c="$1" -v o="$2" '$1 == c && $2 == o { $1 = $2 = ""; sub(/^ */, ""); print }'; }
refused() { local part=$1; shift; local said; said=$("$SOHOA" "$@" 2>&1 >/dev/null); equal "exit code: $part" $? 2; contains "says" "$said" "$part"; }

# Default, file, environment, command line.
equal "default" "$(row serve port)" "8080 default"
printf 'lang = "vi"\n[serve]\nport = 8081\nwebhook-host = ["a.vn", "b.vn"]\n' > "$file"
equal "file" "$(row serve port)" "8081 $file:3"
equal "list" "$(row serve webhook-host)" "a.vn, b.vn $file:4"
equal "environment over file" "$(SOHOA_SERVE_PORT=8082 row serve port)" "8082 SOHOA_SERVE_PORT"
equal "command line over both" "$(SOHOA_SERVE_PORT=8082 row serve port -- serve --port 8083)" "8083 command line: --port"
equal "an older variable" "$(SOHOA_CATALOG=/x row digitize catalog)" "/x SOHOA_CATALOG"
equal "the newer one wins" "$(SOHOA_CATALOG=/x SOHOA_DIGITIZE_CATALOG=/y row digitize catalog)" "/y SOHOA_DIGITIZE_CATALOG"
printf '[serve]\nport = 8084\n' > "$work/alone.toml"
equal "SOHOA_CONFIG alone" "$(SOHOA_CONFIG="$work/alone.toml" row serve port) $(SOHOA_CONFIG="$work/alone.toml" row serve webhook-host)" "8084 $work/alone.toml:2 – default"
equal "--config over SOHOA_CONFIG" "$(SOHOA_CONFIG="$work/none" row serve port --config "$work/alone.toml")" "8084 $work/alone.toml:2"
contains "the language of messages" "$("$SOHOA" find --catalog "$work/none" x 2>&1)" "Tạo kho"
case $("$SOHOA" find --catalog "$work/none" x 2>&1) in *'no catalogue'*|*'make one'*) bad "lang = vi gives English too" ;; *) ok ;; esac
contains "misspelt variables are told" "$(SOHOA_SERVE_PROT=1 "$SOHOA" config)" "SOHOA_SERVE_PROT"

# What holds is what happens.
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
printf '[digitize]\noutput = "%s"\nalto = true\nquiet = true\n' "$work/out" > "$file"
check "digitize with everything in a file" "$SOHOA" digitize "$good"
equal "ALTO" "$(find "$work/out" -name '*.alto.xml' | wc -l)" 1
SOHOA_DIGITIZE_ALTO=false check "a flag switched off again" "$SOHOA" digitize "$good" -o "$work/out2"
equal "no ALTO" "$(find "$work/out2" -name '*.alto.xml' | wc -l)" 0
mkdir "$work/in"; printf '[watch]\nfolder = "%s"\noutput = "%s"\nstill-seconds = 0.2\npoll-seconds = 0.1\n' "$work/in" "$work/w" > "$file"
check "watch with everything in a file" "$SOHOA" watch --once

# What is wrong is refused, with file and line; help works all the same.
wrong() { printf "$2" > "$file"; refused "$1" find x; contains "names the file" "$("$SOHOA" find x 2>&1)" "$file"; }
wrong "line 2: there is no key serve.prot" '[serve]\nprot = 1\n'
wrong "there is no section [server]" '[server]\nport = 1\n'
wrong "port must be a number" '[serve]\nport = "1"\n'
wrong "is no value for serve.port" '[serve]\nport = 70000\n'
wrong "line 2: this is no TOML" '[serve]\nport =\n'
wrong "on the command line alone" '[digitize]\nforce = true\n'
wrong "secrets have no place" '[serve]\napi-key = "x"\n'
check "help with a broken file" "$SOHOA" --help
check "version with a broken file" "$SOHOA" --version
rm "$file"; mkdir "$file"; refused "$file" find x; rmdir "$file"
mkfifo "$file"; refused "$file" find x; rm "$file"
refused "there is no such configuration file" find x --config "$work/none.toml"
SOHOA_SERVE_PORT=many refused "SOHOA_SERVE_PORT" config
refused "config" config -- serve --no-such

# The example is the one that is installed, and gives the defaults. Secrets are not shown.
check "the installed example is the program's" diff <("$SOHOA" config --example) "$SOHOA_SOURCE/packaging/sohoa.toml"
"$SOHOA" config --example > "$work/example.toml"
equal "it changes nothing" "$("$SOHOA" config --config "$work/example.toml" | sed 's/ \+/ /g' | sed "s#$work/example.toml:[0-9]*#mặc định (default)#; /^Tệp/d")" "$("$SOHOA" config | sed 's/ \+/ /g; /^Tệp/d')"
secret=$(SOHOA_API_KEY=0123456789abcdef-secret SOHOA_PASSPHRASE=hidden "$SOHOA" config)
contains "a secret is named" "$secret" "SOHOA_API_KEY"
case $secret in *0123456789abcdef*|*hidden*) bad "a secret is shown" ;; *) ok ;; esac
finish
