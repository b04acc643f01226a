# The service: papers posted over HTTP are read, found, confirmed and told of; what is wrong is refused in plain words;
# nothing accepted is lost when the server is killed. Bounded: about a minute.
. "$(dirname "$0")/common.sh"
work="$SOHOA_WORK/serve"; fresh "$work"
data="$work/data"; log="$work/log"
export SOHOA_API_KEY=0123456789abcdef0123456789abcdef
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
server=
# start WORDS...: begins a server and waits until it says where it is
start() {
  : > "$work/said"
  "$SOHOA" serve --data "$data" --port 0 -j 2 --webhook-host 127.0.0.1:"${receiver_port:-9}" --max-upload-megabytes 20 \
    --min-free-megabytes 1 "$@" > "$work/said" 2>>"$log" &
  server=$!
  for _ in $(seq 200); do base=$(sed -n 's#^sohoa serve: \(http://[^ ]*\)/$#\1#p' "$work/said"); [ -n "$base" ] && return; sleep 0.1; done
  bad "the server starts"; cat "$log"; finish
}
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null; [ -z "${receiver:-}" ] || kill -9 "$receiver" 2>/dev/null' EXIT
call() { curl -sS --max-time 20 -H "Authorization: Bearer $SOHOA_API_KEY" "$@"; }
code() { call -o "$work/body" -w '%{http_code}' "$@"; }
# value EXPRESSION < JSON: d is the document
value() { python3 -c "import json,sys; d=json.load(sys.stdin); print($1)"; }
# until_ended ID: its status, a minute at most
until_ended() { local status; for _ in $(seq 300); do status=$(call "$base/v1/documents/$1" | value 'd["status"]'); case $status in done|failed) break ;; esac; sleep 0.2; done; echo "$status"; }

# A receiver of webhooks that refuses the first.
cat > "$work/receiver.py" <<'P'
import http.server, sys
class Receiver(http.server.BaseHTTPRequestHandler):
    seen = 0
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Receiver.seen += 1
        with open(f"{sys.argv[1]}/hook-{Receiver.seen}", "wb") as out:
            out.write((self.headers["Sohoa-Signature"] + "\n" + self.headers["Sohoa-Delivery"] + "\n").encode() + body)
        self.send_response(500 if Receiver.seen == 1 else 204); self.end_headers()
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_port, flush=True)
server.serve_forever()
P
python3 "$work/receiver.py" "$work" > "$work/receiver-port" & receiver=$!
for _ in $(seq 50); do [ -s "$work/receiver-port" ] && break; sleep 0.1; done
receiver_port=$(cat "$work/receiver-port")

# One paper from end to end.
start
equal "healthz" "$(curl -s "$base/healthz" | value 'd["status"]')" ok
second=$("$SOHOA" serve --data "$data" --port 0 2>&1); equal "a second server on the same data" $? 2
contains "says why" "$second" "another sohoa run"
equal "posted" "$(code -H 'Idempotency-Key: k1' --data-binary @"$good" "$base/v1/documents?dossier_code=H29.12&file_name=don.jpg&callback_url=http://127.0.0.1:$receiver_port/news")" 202
id=$(value 'd["id"]' < "$work/body")
equal "status" "$(until_ended "$id")" done
call "$base/v1/documents/$id" > "$work/document"
equal "dossier" "$(value 'd["dossier_code"]' < "$work/document")" H29.12
equal "name of the file" "$(value 'd["files"][0]["file"]' < "$work/document")" don.jpg
equal "pdf" "$(code "$base/v1/documents/$id/pdf")" 200
check "is a PDF" grep -q '^%PDF' "$work/body"
check "verified" "$SOHOA" verify "$data/documents/$id/document.pdf"
equal "text" "$(code "$base/v1/documents/$id/text")" 200
equal "json" "$(code "$base/v1/documents/$id/json")" 200
equal "dossier in the data file" "$(value 'd["dossier_code"]' < "$work/body")" H29.12
etag=$(call -o /dev/null -D - "$base/v1/documents/$id/pdf" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
equal "not modified" "$(code -H "If-None-Match: $etag" "$base/v1/documents/$id/pdf")" 304
equal "range" "$(code -r 0-99 "$base/v1/documents/$id/pdf")" 206
equal "picture" "$(code "$base/v1/documents/$id/pages/1.jpg?width=600")" 200
equal "is a JPEG of the width" "$(file -b "$work/body" | grep -o 'JPEG\|, 640x' | tr -d '\n')" "JPEG, 640x"
equal "no such page" "$(code "$base/v1/documents/$id/pages/9.jpg")" 404
equal "in the list" "$(call "$base/v1/documents?status=done&limit=5" | value 'd["documents"][0]["id"]')" "$id"

# The same again.
equal "same key, same body" "$(call -H 'Idempotency-Key: k1' --data-binary @"$good" "$base/v1/documents?dossier_code=H29.12&callback_url=http://127.0.0.1:$receiver_port/news" | value 'd["id"]')" "$id"
equal "same key, other body" "$(code -H 'Idempotency-Key: k1' --data-binary @"$good" "$base/v1/documents?dossier_code=other")" 422

# Fields confirmed.
field=$(value '[f["name"] for f in d["fields"]][0]' < "$work/document")
patch() { code -X PATCH -H 'Content-Type: application/json' -d "$1" "$base/v1/documents/$id/fields"; }
before=$(sha256sum < "$data/documents/$id/document.pdf")
equal "confirmed and added" "$(patch "{\"by\": \"Hoa\", \"fields\": [{\"name\": \"$field\", \"confirm\": true}, {\"name\": \"valid_until\", \"value\": \"05/03/2024\", \"add\": true}]}")" 200
equal "normal form" "$(value '[f["normalized"] for f in d["fields"] if f["name"] == "valid_until"]' < "$work/body")" "['2024-03-05']"
equal "who" "$(value 'd["history"][0]["by"]' < "$work/body")" Hoa
equal "in the data file" "$(call "$base/v1/documents/$id/json" | value '[f["status"] for f in d["fields"] if f["name"] == "valid_until"] + [len(d["history"]), len(d["pages"])]')" "['confirmed', 2, 1]"
equal "all or none" "$(patch "{\"by\": \"Hoa\", \"fields\": [{\"name\": \"$field\", \"value\": \"khác\"}, {\"name\": \"no.such\", \"confirm\": true}]}")" 422
equal "nothing of it" "$(call "$base/v1/documents/$id" | value 'len(d["history"])')" 2
equal "the PDF is untouched" "$(sha256sum < "$data/documents/$id/document.pdf")" "$before"

# What is refused.
equal "no key" "$(curl -s -o "$work/body" -w '%{http_code}' "$base/v1/documents")" 401
contains "in plain words" "$(cat "$work/body")" '"code": "unauthorized"'
equal "wrong key" "$(curl -s -o /dev/null -w '%{http_code}' -H 'Authorization: Bearer x' "$base/v1/documents")" 401
equal "junk" "$(code --data-binary "no picture" "$base/v1/documents")" 415
equal "empty" "$(code --data-binary "" "$base/v1/documents")" 400
head -c 30000000 /dev/zero > "$work/large"
equal "too large, and told before it is sent" "$(code --data-binary @"$work/large" "$base/v1/documents")" 413
{ head -c 2000 "$good"; cat "$work/large"; } > "$work/large.jpg"; rm "$work/large"
equal "too large without a length" "$(code -H 'Transfer-Encoding: chunked' --data-binary @"$work/large.jpg" "$base/v1/documents")" 413
equal "webhook to anywhere" "$(code --data-binary @"$good" "$base/v1/documents?callback_url=http://169.254.169.254/")" 422
equal "unknown address" "$(code "$base/v1/nothing")" 404
equal "unknown document" "$(code "$base/v1/documents/00000000000000000000000000000000")" 404
equal "other method" "$(code -X PUT -d x "$base/v1/documents")" 405
equal "wrong cursor" "$(code "$base/v1/documents?limit=x")" 400
# Without "Expect: 100-continue", as browsers send.
equal "form with a wrong key" "$(curl -s -o /dev/null -w '%{http_code}' -H 'Expect:' -H 'Authorization: Bearer x' -F file=@"$good" "$base/v1/documents")" 401
equal "form that is too large" "$(code -H 'Expect:' -F file=@"$work/large.jpg" "$base/v1/documents")" 413
equal "large with a wrong key" "$(curl -s -o /dev/null -w '%{http_code}' -H 'Expect:' -H 'Authorization: Bearer x' --data-binary @"$work/large.jpg" "$base/v1/documents" || true)" 401
equal "nothing is left of it" "$(find "$data/inbox" -mindepth 1 -maxdepth 1 | wc -l)" 1

# Several files, one document; gone when deleted.
equal "form" "$(code -F file=@"$good" -F file=@"$good" -F procedure=1.000894 "$base/v1/documents")" 202
two=$(value 'd["id"]' < "$work/body")
equal "not done yet, or done" "$(code "$base/v1/documents/$two/pdf" | sed 's/200/409/')" 409
equal "status of the form" "$(until_ended "$two")" done
equal "pages of the form" "$(call "$base/v1/documents/$two" | value 'd["pages"]')" 2
equal "picture of the second" "$(code "$base/v1/documents/$two/pages/2.jpg")" 200
equal "deleted" "$(code -X DELETE "$base/v1/documents/$two")" 204
equal "is gone" "$(code "$base/v1/documents/$two")" 404
equal "with its files" "$(find "$data" -path "*$two*" | wc -l)" 0

# Killed with three documents accepted: all three are read by the next server.
ids=
for k in 1 2 3; do
  equal "posted $k" "$(code -H "Idempotency-Key: kill-$k" --data-binary @"$good" "$base/v1/documents")" 202
  ids="$ids $(value 'd["id"]' < "$work/body")"
done
kill -KILL $server; wait $server 2>/dev/null
mkdir -p "$data/inbox/.half.new" "$data/documents/stranger"
start
for one in $ids; do equal "delivered after kill -9" "$(until_ended "$one")" done; done
equal "half an upload is swept" "$(find "$data/inbox" -name '.half*' | wc -l)$(find "$data/documents" -name stranger | wc -l)" 00
equal "key is known still" "$(call -H 'Idempotency-Key: kill-2' --data-binary @"$good" "$base/v1/documents" | value 'd["id"]')" "$(echo $ids | cut -d' ' -f2)"

# News: refused once, sent again after a while, signed.
for _ in $(seq 200); do [ -s "$work/hook-2" ] && break; sleep 0.1; done
check "signed news of the right document, the same twice" python3 - "$work" "$id" "$data/webhook-secret" <<'P'
import hashlib, hmac, json, sys, time
work, document, secret = sys.argv[1:]
key = open(secret).read().strip().encode()
deliveries = []
for number in 1, 2:
    signature, delivery, body = open(f"{work}/hook-{number}", "rb").read().split(b"\n", 2)
    t, v1 = (part.split("=")[1] for part in signature.decode().split(","))
    assert hmac.compare_digest(v1, hmac.new(key, t.encode() + b"." + body, hashlib.sha256).hexdigest()), "signature"
    assert abs(time.time() - int(t)) < 120, "time"
    news = json.loads(body)
    assert news["id"] == document and news["event"] == "document.done" and "files" not in news, news
    deliveries.append(delivery)
assert deliveries[0] == deliveries[1], deliveries
P

# The description fits the server; the measures are there.
check "answers are as described" python3 - "$base" "$SOHOA_API_KEY" "$id" <<'P'
import json, sys, urllib.error, urllib.request
base, key, document = sys.argv[1:]
def ask(method, path):
    request = urllib.request.Request(base + path, method=method, headers={"Authorization": "Bearer " + key})
    try: answer = urllib.request.urlopen(request, timeout=20)
    except urllib.error.HTTPError as error: answer = error
    return answer.status, answer.headers.get_content_type(), answer.read()
api = json.loads(ask("GET", "/openapi.json")[2])
schemas = api["components"]["schemas"]
def fits(value, schema, where):
    schema = schemas[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    if "type" in schema: assert isinstance(value, kinds[schema["type"]]), (where, value)
    if "enum" in schema: assert value in schema["enum"], (where, value)
    if isinstance(value, dict):
        for name in schema.get("required", []): assert name in value, (where, name)
        for name, member in value.items():
            if name in schema.get("properties", {}): fits(member, schema["properties"][name], where + "." + name)
            else: assert schema.get("additionalProperties", True), (where, name)
    if isinstance(value, list) and "items" in schema:
        for entry in value: fits(entry, schema["items"], where + "[]")
for path, item in api["paths"].items():
    for method, operation in item.items():
        if method not in ("get", "post", "patch"): continue
        status, kind, body = ask(method.upper(), path.replace("{id}", document).replace("{n}", "1").replace("{file}", "x.js"))
        described = operation["responses"].get(str(status))
        assert described, (method, path, status)
        if "content" in described:
            assert kind in described["content"] or "*/*" in described["content"], (path, kind)
            schema = described["content"].get(kind, {}).get("schema", {})
            if kind.endswith("json") and schema: fits(json.loads(body), schema, path)
P
metrics=$(curl -s "$base/metrics")
contains "documents" "$metrics" 'sohoa_documents{status="done"}'
contains "requests" "$metrics" 'sohoa_http_requests_total{method="GET",route="/healthz",code="200"}'
equal "not for others" "$(curl -s -o /dev/null -w '%{http_code}' -H 'X-Forwarded-For: 1.2.3.4' "$base/metrics")" 401
equal "nothing to look for" "$(call -o /dev/null -w '%{http_code}' "$base/v1/documents?q=%3F")" 400
equal "many ranges" "$(call -o /dev/null -w '%{http_code}' -H 'Range: bytes=0-1,2-3,4-5,6-7,8-9' "$base/v1/documents")" 400
ids=$(grep -cE '(POST|GET) /v1/documents(/\{id\}/pdf)? 20[0-9] .* [0-9a-f]{32}$' "$log"); [ "$ids" -gt 0 ] && ok || bad "the log does not name documents"
equal "polling in the log" "$(grep -cE 'GET (/v1/documents|/v1/documents/\{id\}|/healthz|/metrics) 200' "$log")" 0
case $(cat "$log") in *H29.12*|*"$SOHOA_API_KEY"*) bad "parameters or the key stand in the log" ;; *) ok ;; esac

# In good order, even while somebody sends and does not end.
{ printf '\377\330\377\340'; sleep 20; } | curl -s -o /dev/null -H "Authorization: Bearer $SOHOA_API_KEY" -T - -X POST "$base/v1/documents" & sender=$!
sleep 0.5
kill -TERM $server; wait $server; equal "exit code after SIGTERM" $? 0; server=; kill $sender 2>/dev/null
equal "temporary files left" "$(find "$data" -name '*.tmp' | wc -l)" 0
SOHOA_API_KEY= "$SOHOA" serve --data "$data" --port 0 --bind 0.0.0.0 >/dev/null 2>&1; equal "open to others without a key of one's own" $? 2
finish
