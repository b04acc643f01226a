# Every JSON output keeps the published schema.
. "$(dirname "$0")/common.sh"
venv=${XDG_CACHE_HOME:-$HOME/.cache}/sohoa/schema-venv
if [ ! -e "$venv/ready" ]; then
  rm -rf "$venv"; python3 -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check jsonschema==4.26.0 && touch "$venv/ready"
fi
"$venv/bin/python" - "$SOHOA_SOURCE/docs/schema/sohoa-1.schema.json" "$SAMPLES_OUT" <<'PY'
import json, pathlib, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
passed = failed = 0
for path in sorted(pathlib.Path(sys.argv[2]).rglob("*.json")):
    if path.name == "dossier.json":
        continue
    errors = list(validator.iter_errors(json.load(open(path))))
    passed, failed = passed + (not errors), failed + bool(errors)
    for error in errors[:5]:
        print(f"FAILED: {path.name}: {error.json_path}: {error.message[:200]}")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0 or passed == 0)
PY
