# Read by bin/start and bin/test: finds a Python that is new enough and sets $python.
# Plain sh, so that an old Python is told in a sentence and not by a SyntaxError.

unset PYTHONHOME PYTHONPATH

python=
lame=
told="no python3 was found"
for candidate in python3 python3.11 python3.12 python3.13 python3.14; do
    answer=$("$candidate" -I -c '
import sys
if sys.version_info < (3, 11):
    print("old %d.%d.%d" % sys.version_info[:3])
else:
    import importlib.util
    print("good" if importlib.util.find_spec("ensurepip") else "lame")
' 2>/dev/null) || continue
    case $answer in
        good) python=$candidate; break ;;
        lame) lame=${lame:-$candidate} ;;
        old*) told="python3 here is ${answer#old }" ;;
    esac
done
# Without ensurepip no environment can be made, but one that is made can be used.
python=${python:-$lame}
if [ -z "$python" ]; then
    echo "SENDhub needs Python 3.11 or later, and $told: install a newer one, on Debian or Ubuntu with 'apt install python3 python3-venv', and start again." >&2
    exit 1
fi
