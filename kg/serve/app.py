"""The site: from HTTP requests to tasks for the workers, and back. Nothing of the graph is evaluated in this process."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import urlencode

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.graph.namespaces import LEVEL, ROLE
from kg.serve import pages
from kg.serve.api import OPERATIONS, Fault, Operation
from kg.serve.flags import flag_image
from kg.serve.frames import Reply, Task
from kg.serve.negotiation import choose
from kg.serve.openapi import document
from kg.serve.protocol import query_asked
from kg.serve.refusal import Refusal
from kg.serve.security import QUERY_PAGE_POLICY, Guard, body_of
from kg.serve.serving import Serving
from kg.serve.settings import Settings
from kg.serve.sparql import RDF_FORMATS
from kg.serve.static_files import static_files
from kg.serve.yasgui import Yasgui
from kg.view.looks import NODE_LOOKS, TIE_LOOKS

__all__ = ["application"]

_HTML = "text/html"
_FORMATS = {"turtle": "text/turtle", "jsonld": "application/ld+json", "ntriples": "application/n-triples", "html": _HTML}
_ELSEWHERE = {"role": ROLE, "level": LEVEL}
_RESULTS = 50
_NEW_EACH_TIME = {"Cache-Control": "no-cache"}
Endpoint = Callable[[Request], Awaitable[Response]]


def application(settings: Settings) -> Guard:
    """The whole site over the build of `settings`."""
    site = _Site(settings)
    routes = [
        Route("/", site.page("home")),
        Route("/search", site.page("search")),
        Route("/ask", site.ask),
        Route("/explore", site.explore),
        Route("/query", site.query_page),
        Route("/data", site.data),
        Route("/ontology", site.ontology),
        Route("/sparql", site.sparql, methods=["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]),
        Route("/id/{id:path}", site.dereference),
        Route("/role/{id:path}", site.dereference),
        Route("/level/{id:path}", site.dereference),
        Route("/openapi.json", site.openapi),
        Route("/static/{name}", site.static),
        Route("/flag/{code}.svg", site.flag),
        Route("/yasgui/{name}", site.yasgui),
        Route("/api/prefixes.json", site.prefixes),
        *(Route(operation.path, site.operation(operation)) for operation in OPERATIONS if operation.path != "/ask"),
    ]
    faults = {Refusal: site.refused, HTTPException: site.not_found}
    return Guard(Starlette(routes=routes, exception_handlers=faults, lifespan=site.lifespan), settings)


class _Site:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._serving = Serving(settings)
        self._yasgui = Yasgui()

    @contextlib.asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        await self._serving.start()
        try:
            yield
        finally:
            await self._serving.close()

    def operation(self, operation: Operation) -> Endpoint:
        """The route of an operation of the JSON interface."""

        async def answer(request: Request) -> Response:
            return _response(await self._serving.run(Task(operation.task, _given(request)), operation.lane))

        return answer

    def page(self, task: str) -> Endpoint:
        """The route of a page whose task takes what it knows of the address's parameters."""

        async def answer(request: Request) -> Response:
            if task == "search" and not request.query_params.get("q", "").strip():
                return Response(status_code=303, headers={"Location": "/"})
            known: dict[str, str | list[str]] = {"q": request.query_params["q"], "limit": str(_RESULTS)} if task == "search" else {}
            return self._with_language(request, await self._serving.run(Task(task, known, self._language(request))))

        return answer

    async def ask(self, request: Request) -> Response:
        """A question in words: a page for browsers, a record for programs."""
        if choose(request.headers.get("accept", ""), ("application/json", _HTML)) != _HTML:
            return _response(await self._serving.run(Task("ask", _given(request)), "words"))
        language, question = self._language(request), request.query_params.get("q", "")
        if not question.strip():
            return self._own_page(request, "ask.html", record=None, asked=None)
        return self._with_language(request, await self._serving.run(Task("ask", {"q": question}, language), "words"))

    async def explore(self, request: Request) -> Response:
        """The explorer around `focus`; without one, around whom the news tells of most."""
        if "focus" not in request.query_params:
            start = (await self._serving.run(Task("start", {}))).body.decode()
            if start:
                return Response(status_code=303, headers={"Location": f"/explore?{urlencode({'focus': start})}"})
        words = {key: text for key, text in pages.messages(self._language(request)).items() if key.startswith(("explore.", "tie.", "type."))}
        looks = {
            "nodes": {name: {"shape": look.shape, "size": look.size} for name, look in NODE_LOOKS.items()},
            "ties": {name: look.dashes for name, look in TIE_LOOKS.items()},
        }
        return self._own_page(request, "explore.html", focus=request.query_params.get("focus", ""), words=words, looks=looks)

    async def query_page(self, request: Request) -> Response:
        response = self._own_page(request, "query.html", time=f"{self._settings.timeout:g}", rows=self._settings.rows)
        response.headers["content-security-policy"] = QUERY_PAGE_POLICY
        return response

    async def data(self, request: Request) -> Response:
        return self._own_page(request, "data.html", document=_document())

    async def openapi(self, request: Request) -> Response:
        return Response(msgspec.json.encode(_document()), media_type="application/json", headers=_NEW_EACH_TIME)

    async def static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in static_files():
            raise Refusal(404, f"there is no {name}")
        body, media = static_files()[name]
        return Response(body, media_type=media, headers=_NEW_EACH_TIME)

    async def flag(self, request: Request) -> Response:
        """The flag of a country by its code."""
        code = request.path_params["code"]
        image = flag_image(code)
        if not image:
            raise Refusal(404, f"there is no country with the code {code}")
        return Response(image, media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})

    async def yasgui(self, request: Request) -> Response:
        body, media = await self._yasgui.file(request.path_params["name"])
        return Response(body, media_type=media, headers={"Cache-Control": "max-age=3600"})

    async def prefixes(self, request: Request) -> Response:
        """The prefixes in the form of prefix.cc, which is where YASGUI would ask for them."""
        reply = await self._serving.run(Task("prefixes", {}))
        return _response(reply)

    async def sparql(self, request: Request) -> Response:
        """The SPARQL 1.1 protocol; a browser that opens the endpoint without a query is led to the query page."""
        try:
            body = await body_of(request.receive, self._settings.body)
        except TimeoutError as error:
            raise Refusal(408, "the body of the request did not come in time") from error
        if body is None or len(request.url.query) > self._settings.body:
            raise Refusal(413, f"a request may have {self._settings.body} bytes")
        asked = query_asked(request.method, request.url.query, request.headers, body)
        accept = request.headers.get("accept", "")
        if asked is None:
            if choose(accept, (*RDF_FORMATS, _HTML)) == _HTML:
                return Response(status_code=303, headers={"Location": "/query", "Vary": "Accept"})
            return _response(await self._serving.run(Task("service", {"accept": accept, "endpoint": str(request.url.replace(query=""))})))
        given: dict[str, str | list[str]] = {"query": asked.query, "accept": accept, "default": list(asked.default), "named": list(asked.named)}
        return _response(await self._serving.run(Task("sparql", given), "queries"), {"Vary": "Accept"})

    async def dereference(self, request: Request) -> Response:
        """A resource at its own address: a page, or RDF as Accept (or `?format=`) says."""
        kind, _, rest = request.scope["raw_path"].decode("latin-1").removeprefix("/").partition("/")
        identifier = _ELSEWHERE.get(kind, "") + rest
        accept = self._accept(request)
        if choose(accept, (_HTML, *RDF_FORMATS)) != _HTML:
            return _response(await self._serving.run(Task("rdf", {"id": identifier, "accept": accept})))
        known: dict[str, str | list[str]] = {name: request.query_params[name] for name in ("events", "evidence") if name in request.query_params}
        return self._with_language(request, await self._serving.run(Task("page", known | {"id": identifier}, self._language(request))))

    async def ontology(self, request: Request) -> Response:
        accept = self._accept(request)
        wanted = "" if choose(accept, (_HTML, *RDF_FORMATS)) == _HTML else accept
        return self._with_language(request, await self._serving.run(Task("ontology", {"accept": wanted}, self._language(request))))

    async def refused(self, request: Request, error: Exception) -> Response:
        """What was refused, in the form in which an answer would have come."""
        assert isinstance(error, Refusal)
        return self._fault(request, error.status, error.message, error.headers)

    async def not_found(self, request: Request, error: Exception) -> Response:
        """An address without a route, or a method it does not take."""
        assert isinstance(error, HTTPException)
        message = "there is no such address on this site" if error.status_code == 404 else error.detail
        return self._fault(request, error.status_code, message, dict(error.headers or {}))

    def _fault(self, request: Request, status: int, message: str, headers: dict[str, str]) -> Response:
        path, accept = request.url.path, request.headers.get("accept", "")
        if path.startswith("/api/") or path == "/health" or (path == "/ask" and choose(accept, ("application/json", _HTML)) != _HTML):
            return Response(msgspec.json.encode(Fault(message)), status, headers, "application/json")
        if path != "/sparql" and choose(accept, ("text/plain", _HTML)) == _HTML:
            return self._own_page(request, "error.html", status, headers, status=status, message=message)
        return Response(message + "\n", status, headers, "text/plain; charset=utf-8")

    def _own_page(self, request: Request, template: str, code: int = 200, headers: dict[str, str] | None = None, /, **values: object) -> Response:
        language = self._language(request)
        body = pages.render(template, language, **values)
        return self._with_language(request, Reply(code, "text/html; charset=utf-8", body.encode(), headers or {}))

    def _language(self, request: Request) -> str:
        """As the address says, else the cookie, else the settings."""
        for said in (request.query_params.get("lang"), request.cookies.get("lang")):
            if said in pages.LANGUAGES:
                return said
        return self._settings.language

    def _with_language(self, request: Request, reply: Reply) -> Response:
        response = _response(reply, {"Content-Language": self._language(request)})
        if request.query_params.get("lang") in pages.LANGUAGES:
            response.set_cookie("lang", self._language(request), max_age=365 * 86_400, httponly=True, samesite="lax")
        return response

    @staticmethod
    def _accept(request: Request) -> str:
        named = request.query_params.get("format")
        if named is None:
            return str(request.headers.get("accept", ""))
        if named not in _FORMATS:
            raise Refusal(400, f"format {named!r}: choose one of {', '.join(_FORMATS)}")
        return _FORMATS[named]


@functools.cache
def _document() -> dict[str, object]:
    return document()


def _given(request: Request) -> dict[str, str | list[str]]:
    """The parameters of an address; one that is given more than once is a list."""
    listed = {name: request.query_params.getlist(name) for name in request.query_params}
    return {name: values[0] if len(values) == 1 else values for name, values in listed.items()}


def _response(reply: Reply, headers: dict[str, str] | None = None) -> Response:
    """A worker's reply; one without a media type is a refusal."""
    if not reply.type:
        raise Refusal(reply.status, reply.body.decode(), reply.headers)
    return Response(reply.body, reply.status, {**_NEW_EACH_TIME, **(headers or {}), **reply.headers}, reply.type)
