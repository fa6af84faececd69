"""A small browser over HTTP: cookies, forms as the page has them, no redirects followed unless asked."""
import html.parser
import http.client
import urllib.parse


class Page(html.parser.HTMLParser):
    """The forms and links of an HTML page. forms: list of {"action": …, "fields": [(name, value)]}."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.forms, self.links, self._select, self._area = [], [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "a" and a.get("href"):
            self.links.append(a["href"])
        if tag == "form":
            self.forms.append({"action": a.get("action", ""), "method": a.get("method", "get"), "fields": []})
        if not self.forms:
            return
        fields = self.forms[-1]["fields"]
        if tag == "input" and a.get("name") and a.get("type") not in ("submit", "button"):
            if a.get("type") not in ("checkbox", "radio") or "checked" in a:
                fields.append((a["name"], a.get("value", "")))
        elif tag == "select":
            self._select = a.get("name")
        elif tag == "option" and self._select and "selected" in a:
            fields.append((self._select, a.get("value", "")))
        elif tag == "textarea":
            self._area = [a.get("name"), ""]

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        if tag == "textarea" and self._area and self.forms:
            self.forms[-1]["fields"].append(tuple(self._area))
            self._area = None

    def handle_data(self, data):
        if self._area:
            self._area[1] += data

    def form(self, action):
        """The first form whose action's path is `action`, or None."""
        return next((f for f in self.forms if f["action"].split("?")[0] == action), None)


class Answer:
    """status, headers, body (bytes), text, page."""

    def __init__(self, response):
        self.status, self.body = response.status, response.read()
        self.headers = [(k.lower(), v) for k, v in response.getheaders()]
        self.text = self.body.decode("utf-8", "replace")
        self.page = Page(self.text) if "html" in (self.header("content-type") or "") else None

    def header(self, name):
        return next((v for k, v in self.headers if k == name), None)

    @property
    def location(self):
        return self.header("location")


class Browser:
    """One person's browser. base: http://127.0.0.1:PORT"""

    def __init__(self, base, lang="nb"):
        self.netloc = urllib.parse.urlsplit(base).netloc
        self.base, self.cookies, self.lang = base, {}, lang

    def request(self, method, path, body=None, headers=None):
        """One request; cookies are kept."""
        connection = http.client.HTTPConnection(self.netloc, timeout=8)
        head = {"Accept-Language": self.lang}
        if self.cookies:
            head["Cookie"] = "; ".join("%s=%s" % pair for pair in self.cookies.items())
        if body is not None:
            head["Content-Type"] = "application/x-www-form-urlencoded"
        head.update(headers or {})
        connection.request(method, path, body=body, headers={k: v for k, v in head.items() if v is not None})
        answer = Answer(connection.getresponse())
        connection.close()
        for key, value in answer.headers:
            if key == "set-cookie":
                self._keep(value)
        return answer

    def _keep(self, text):
        name, _, value = text.split(";")[0].partition("=")
        if "max-age=0" in text.lower():
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def post(self, path, fields, headers=None):
        """fields: dict or list of pairs."""
        return self.request("POST", path, urllib.parse.urlencode(fields), headers)

    def fill(self, path, changes=None, headers=None, drop=()):
        """Opens a page, fills the form that posts to it, sends it."""
        page = self.get(path).page
        form = page.form(path.split("?")[0]) if page else None
        assert form, "no form on " + path
        changes = dict(changes or {})
        fields = [(k, changes.pop(k, v)) for k, v in form["fields"] if k not in drop]
        fields += list(changes.items())
        return self.post(form["action"], fields, headers)

    def upload(self, path, fields, name, data, field="file", boundary="----praktikum7d29"):
        """Sends a form with a file, as browsers do. fields: pairs."""
        mark = b"--" + boundary.encode() + b"\r\n"
        body = b"".join(mark + b'Content-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (k.encode(), str(v).encode())
                        for k, v in fields)
        body += (mark + b'Content-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: text/csv\r\n\r\n'
                 % (field.encode(), name.encode()) + data + b"\r\n--" + boundary.encode() + b"--\r\n")
        return self.request("POST", path, body, {"Content-Type": "multipart/form-data; boundary=" + boundary})

    def sign_in(self, email, password="Praktikum-demo-1", path="/sign-in"):
        """The answer of the sign-in; 303 when it went well."""
        return self.fill(path, {"email": email, "password": password})
