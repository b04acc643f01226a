# The operator's page in a headless Chromium. Passed over where there is no browser, but not in CI. Bounded: three minutes.
. "$(dirname "$0")/common.sh"
browser=$(command -v chromium || true); driver=$(command -v chromedriver || true)
# Another Python may stand before the system's, whose packages these are.
python=; for each in python3 /usr/bin/python3; do "$each" -c 'import selenium' 2>/dev/null && { python=$each; break; }; done
if [ -z "$browser" ] || [ -z "$driver" ] || [ -z "$python" ]; then
  echo "passed over: needs the packages chromium, chromium-driver and python3-selenium (packaging/debian-packages-test.txt)"
  [ -n "${CI:-}" ] && exit 1
  exit 77
fi
work="$SOHOA_WORK/page"; fresh "$work"
export PYTHONDONTWRITEBYTECODE=1
exec "$python" "$(dirname "$0")/page.py" "$browser" "$driver" "$work"
