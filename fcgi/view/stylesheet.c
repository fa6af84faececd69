#include "stylesheet.h"

#include "../base/heap.h"
#include "../base/log.h"
#include "check.h"
#include "fold.h"
#include "html.h"
#include "ics.h"
#include "label.h"
#include "prune.h"
#include "xml.h"

#include <dirent.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { RAW_MAXIMUM = 64 << 20 };

static const char *const methods[] = {"html", "text", "xml"};
enum method { METHOD_HTML, METHOD_TEXT, METHOD_XML };

struct sheet {
    char *name; /* "ordering/order" */
    enum method method;
    bool ics; /* text that is folded as a calendar is */
    xsltStylesheetPtr compiled;
};
struct stylesheets {
    struct labels *labels;
    struct fold *fold; /* NULL when off */
    xsltSecurityPrefsPtr security;
    struct sheet *sheets; /* sorted by name */
    size_t count;
    struct buffer
        raw; /* of the page being rendered, a calendar before it is folded; its memory is kept */
};

/* A file below the folder. Kept parsed while loading: most pages import the same ones. */
struct module {
    char *path;       /* "lib/form.xsl" */
    xmlDocPtr source; /* baked */
    xmlDocPtr folded; /* NULL until it is wanted */
};
struct loading {
    struct stylesheets *sheets;
    const char *folder;
    struct module *modules;
    size_t count;
    struct prune *prune; /* of the page at hand */
    bool fold;           /* for the page at hand */
    char *error;
    size_t error_size;
};
static struct loading *loading; /* only while stylesheets_load runs */

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), wanted = strlen(end);
    return length > wanted && strcmp(name + length - wanted, end) == 0;
}

static xmlDocPtr copy(xmlDocPtr from, const char *path)
{
    xmlDocPtr made = xmlNewDoc(X("1.0"));
    made->dict = view_dict();
    xmlDictReference(made->dict);
    made->URL = xmlStrdup(X(path));
    xmlDocSetRootElement(made, xmlDocCopyNode(xmlDocGetRootElement(from), made, 1));
    return made;
}

static struct module *module_find(const struct loading *load, const char *path)
{
    for (size_t i = 0; i < load->count; i++)
        if (strcmp(load->modules[i].path, path) == 0)
            return &load->modules[i];
    return NULL;
}

/* Comments and white space between elements are nothing to libxslt; out with them before they are
 * copied many times. */
static void strip(xmlNodePtr node)
{
    xmlNodePtr next;
    for (xmlNodePtr child = node->children; child; child = next) {
        next = child->next;
        if (child->type == XML_ELEMENT_NODE) {
            strip(child);
        } else if (child->type == XML_COMMENT_NODE ||
                   (child->type == XML_TEXT_NODE && view_blank(C(child->content)) &&
                    !view_is_xslt(node, "text"))) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
}

/* pk:label in XPaths and pk:run need their namespace. */
static void declare(xmlNodePtr root)
{
    if (!xmlSearchNs(root->doc, root, X("pk")))
        xmlNewNs(root, X(PK_NAMESPACE), X("pk"));
    xmlSetProp(root, X("extension-element-prefixes"), X("pk"));
}

static bool module_read(struct loading *load, const char *path);

static bool module_imports(struct loading *load, xmlNodePtr root, const char *path)
{
    for (xmlNodePtr child = root->children; child; child = child->next) {
        if (!view_is_xslt(child, "import") && !view_is_xslt(child, "include"))
            continue;
        const char *reference = view_attribute(child, "href");
        xmlChar *address = xmlBuildURI(X(reference ? reference : ""), X(path));
        bool good = address && module_read(load, C(address));
        xmlFree(address);
        if (!good)
            return false;
    }
    return true;
}

/* Reads a module and what it imports. */
static bool module_read(struct loading *load, const char *path)
{
    if (module_find(load, path))
        return true;
    char file[4096];
    if (snprintf(file, sizeof file, "%s/%s", load->folder, path) >= (int)sizeof file ||
        strstr(path, "..")) {
        snprintf(load->error, load->error_size, "%s: not inside the folder", path);
        return false;
    }
    xmlDocPtr source = view_parse_file(file, path, view_dict(), load->error, load->error_size);
    if (!source)
        return false;
    load->modules = heap_grow(load->modules, load->count + 1, sizeof *load->modules);
    load->modules[load->count++] = (struct module){heap_text(path), source, NULL};
    if (!check_module(source, path, load->error, load->error_size))
        return false;
    xmlNodePtr root = xmlDocGetRootElement(source);
    strip(root);
    declare(root);
    if (!labels_bake(load->sheets->labels, source, path, load->error, load->error_size))
        return false;
    if (load->sheets->fold)
        fold_scan(load->sheets->fold, source);
    return module_imports(load, root, path);
}

static xmlDocPtr module_prepare(struct loading *load, const char *path)
{
    struct module *module = module_find(load, path);
    if (!module) {
        snprintf(load->error, load->error_size, "%s: no such stylesheet", path);
        return NULL;
    }
    if (load->fold && !module->folded) {
        module->folded = copy(module->source, path);
        if (!fold_module(load->sheets->fold, load->sheets->labels, module->folded, path,
                         load->error, load->error_size))
            return NULL;
    }
    xmlDocPtr made = copy(load->fold ? module->folded : module->source, path);
    prune_module(load->prune, made);
    return made;
}

/* The modules of a page: itself and what it imports, each once. */
static void page_modules(const struct loading *load, const char *path, xmlDocPtr *modules,
                         size_t *count)
{
    const struct module *module = module_find(load, path);
    for (size_t i = 0; i < *count; i++)
        if (!module || modules[i] == module->source)
            return;
    if (!module)
        return;
    modules[(*count)++] = module->source;
    for (xmlNodePtr child = xmlDocGetRootElement(module->source)->children; child;
         child = child->next) {
        if (!view_is_xslt(child, "import") && !view_is_xslt(child, "include"))
            continue;
        xmlChar *address = xmlBuildURI(X(view_attribute(child, "href")), X(path));
        page_modules(load, C(address), modules, count);
        xmlFree(address);
    }
}

static struct prune *page_prune(const struct loading *load, const char *path)
{
    xmlDocPtr *modules = heap_alloc(load->count * sizeof(xmlDocPtr));
    size_t count = 0;
    page_modules(load, path, modules, &count);
    struct prune *prune = prune_new(modules, count);
    free(modules);
    return prune;
}

/* libxslt asks here for every file. Stylesheets are answered while loading; at run time nothing is.
 */
static xmlDocPtr loader(const xmlChar *address, xmlDictPtr dict, int options, void *context,
                        xsltLoadType type)
{
    (void)dict;
    (void)options;
    (void)context;
    if (!loading || type != XSLT_LOAD_STYLESHEET)
        return NULL;
    return module_prepare(loading, C(address));
}

/* Its name says what a stylesheet writes: name.ics text, name.atom, name.elmo, name.problem and name.fo XML; others HTML, or text where the file itself says so. */
static bool sheet_method(struct loading *load, const struct sheet *sheet,
                         xsltStylesheetPtr compiled)
{
    const xmlChar *method;
    XSLT_GET_IMPORT_PTR(method, compiled, method)
    bool xml = ends_with(sheet->name, ".atom") || ends_with(sheet->name, ".problem") ||
               ends_with(sheet->name, ".elmo") || ends_with(sheet->name, ".fo");
    bool named =
        (sheet->method == METHOD_XML) == xml && (sheet->method == METHOD_TEXT || !sheet->ics);
    if (named && method && strcmp(C(method), methods[sheet->method]) == 0)
        return true;
    snprintf(load->error, load->error_size,
             "%s.xsl: <xsl:output method=\"html\"/> (of the layout) or, in the file itself, "
             "method=\"text\" is needed; of name.ics.xsl text, of name.atom.xsl, "
             "name.elmo.xsl, name.problem.xsl and name.fo.xsl xml",
             sheet->name);
    return false;
}

static bool has_template(xsltStylesheetPtr style, const char *name)
{
    for (; style; style = xsltNextImport(style))
        for (xsltTemplatePtr template = style->templates; template; template = template->next)
            if (template->name && strcmp(C(template->name), name) == 0)
                return true;
    return false;
}

static bool calls_known(struct loading *load, xsltStylesheetPtr compiled, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        const char *name =
            view_is_xslt(child, "call-template") ? view_attribute(child, "name") : NULL;
        if (name && !has_template(compiled, name)) {
            snprintf(load->error, load->error_size,
                     "%s:%ld: no template %s in what this page imports", C(child->doc->URL),
                     xmlGetLineNo(child), name);
            return false;
        }
        if (!calls_known(load, compiled, child))
            return false;
    }
    return true;
}

/* libxslt would notice a call of an unknown template only when a page takes that road. */
static bool sheet_calls(struct loading *load, xsltStylesheetPtr compiled)
{
    for (xsltStylesheetPtr style = compiled; style; style = xsltNextImport(style))
        if (!calls_known(load, compiled, xmlDocGetRootElement(style->doc)))
            return false;
    return true;
}

static bool sheet_compile(struct loading *load, struct sheet *sheet)
{
    char path[512];
    snprintf(path, sizeof path, "%s.xsl", sheet->name);
    load->fold = load->sheets->fold && sheet->method == METHOD_HTML;
    load->error[0] = 0;
    view_errors_clear();
    load->prune = page_prune(load, path);
    xmlDocPtr main = module_prepare(load, path);
    xsltStylesheetPtr compiled = main ? xsltParseStylesheetDoc(main) : NULL;
    prune_free(load->prune);
    if (!main)
        return false;
    if (!compiled) {
        xmlFreeDoc(main);
        if (!load->error[0])
            snprintf(load->error, load->error_size, "%s: %s", path, view_errors());
        return false;
    }
    sheet->compiled = compiled;
    prune_tables(compiled);
    return sheet_method(load, sheet, compiled) && sheet_calls(load, compiled);
}

/* What the module itself says, else the layout's. */
static enum method module_method(const struct module *module)
{
    for (const xmlNode *child = xmlDocGetRootElement(module->source)->children; child;
         child = child->next) {
        const char *method = view_is_xslt(child, "output") ? view_attribute(child, "method") : NULL;
        for (enum method each = METHOD_TEXT; method && each <= METHOD_XML; each++)
            if (strcmp(method, methods[each]) == 0)
                return each;
    }
    return METHOD_HTML;
}

static bool compile_all(struct loading *load)
{
    struct stylesheets *sheets = load->sheets;
    for (size_t i = 0; i < sheets->count; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s.xsl", sheets->sheets[i].name);
        if (!module_read(load, path))
            return false;
        sheets->sheets[i].method = module_method(module_find(load, path));
        sheets->sheets[i].ics = ends_with(sheets->sheets[i].name, ".ics");
    }
    if (sheets->fold && !fold_scanned(sheets->fold, load->error, load->error_size))
        return false;
    fold_use(sheets->fold);
    for (size_t i = 0; i < sheets->count; i++)
        if (!sheet_compile(load, &sheets->sheets[i]))
            return false;
    return true;
}

static void add_sheet(struct stylesheets *sheets, const char *area, const char *file)
{
    size_t size = strlen(area) + strlen(file) + 2;
    char *name = heap_alloc(size);
    snprintf(name, size, "%s/%s", area, file);
    name[strlen(name) - 4] = 0; /* .xsl */
    sheets->sheets = heap_grow(sheets->sheets, sheets->count + 1, sizeof *sheets->sheets);
    sheets->sheets[sheets->count++] = (struct sheet){.name = name};
}

static int is_area(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strcmp(entry->d_name, "lib") != 0;
}

static int is_sheet(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && ends_with(entry->d_name, ".xsl");
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct sheet *)a)->name, ((const struct sheet *)b)->name);
}

static void find_sheets(struct stylesheets *sheets, const char *folder)
{
    struct dirent **areas = NULL, **files = NULL;
    int area_count = scandir(folder, &areas, is_area, alphasort);
    for (int i = 0; i < area_count; i++) {
        char path[4096];
        struct stat status;
        int fits =
            snprintf(path, sizeof path, "%s/%s", folder, areas[i]->d_name) < (int)sizeof path;
        int file_count = fits && stat(path, &status) == 0 && S_ISDIR(status.st_mode)
                             ? scandir(path, &files, is_sheet, alphasort)
                             : 0;
        for (int j = 0; j < file_count; j++) {
            add_sheet(sheets, areas[i]->d_name, files[j]->d_name);
            free(files[j]);
        }
        if (file_count > 0)
            free(files);
        files = NULL;
        free(areas[i]);
    }
    free(areas);
    if (sheets->count)
        qsort(sheets->sheets, sheets->count, sizeof *sheets->sheets, by_name);
}

static xsltSecurityPrefsPtr forbid_everything(void)
{
    xsltSecurityPrefsPtr security = xsltNewSecurityPrefs();
    for (int option = XSLT_SECPREF_READ_FILE; option <= XSLT_SECPREF_WRITE_NETWORK; option++)
        xsltSetSecurityPrefs(security, (xsltSecurityOption)option, xsltSecurityForbid);
    return security;
}

struct stylesheets *stylesheets_load_page(const char *folder, const char *page, bool fold,
                                          char *error, size_t error_size)
{
    static bool started;
    if (!started) {
        started = true;
        expression_start();
        ics_start();
        fold_start();
        xsltSetLoaderFunc(loader);
    }
    struct stylesheets *sheets = heap_alloc(sizeof *sheets);
    struct loading load = {
        .sheets = sheets, .folder = folder, .error = error, .error_size = error_size};
    char labels[4096];
    snprintf(labels, sizeof labels, "%s/i18n", folder);
    view_dict_open();
    buffer_init(&sheets->raw, RAW_MAXIMUM);
    sheets->security = forbid_everything();
    sheets->fold = fold ? fold_new() : NULL;
    if (page) {
        sheets->sheets = heap_alloc(sizeof *sheets->sheets);
        sheets->sheets[sheets->count++].name = heap_text(page);
    } else {
        find_sheets(sheets, folder);
    }
    loading = &load;
    bool good = (sheets->labels = labels_load(labels, error, error_size)) && compile_all(&load);
    loading = NULL;
    for (size_t i = 0; i < load.count; i++) {
        xmlFreeDoc(load.modules[i].source);
        if (load.modules[i].folded)
            xmlFreeDoc(load.modules[i].folded);
        free(load.modules[i].path);
    }
    free(load.modules);
    view_dict_close();
    if (good)
        return sheets;
    stylesheets_free(sheets);
    return NULL;
}

struct stylesheets *stylesheets_load(const char *folder, bool fold, char *error, size_t error_size)
{
    return stylesheets_load_page(folder, NULL, fold, error, error_size);
}

void stylesheets_free(struct stylesheets *sheets)
{
    if (!sheets)
        return;
    for (size_t i = 0; i < sheets->count; i++) {
        if (sheets->sheets[i].compiled)
            xsltFreeStylesheet(sheets->sheets[i].compiled);
        free(sheets->sheets[i].name);
    }
    free(sheets->sheets);
    fold_free(sheets->fold);
    labels_free(sheets->labels);
    xsltFreeSecurityPrefs(sheets->security);
    buffer_free(&sheets->raw);
    free(sheets);
}

static const struct sheet *find(const struct stylesheets *sheets, const char *name)
{
    struct sheet wanted = {.name = (char *)(uintptr_t)name};
    return sheets->count ? bsearch(&wanted, sheets->sheets, sheets->count, sizeof wanted, by_name)
                         : NULL;
}

bool stylesheets_have(const struct stylesheets *sheets, const char *name)
{
    return find(sheets, name) != NULL;
}

size_t stylesheets_count(const struct stylesheets *sheets)
{
    return sheets->count;
}

const char *stylesheets_name(const struct stylesheets *sheets, size_t index)
{
    return sheets->sheets[index].name;
}

static void write_xml(struct buffer *out, xmlDocPtr result, xsltStylesheetPtr compiled)
{
    xmlChar *bytes = NULL;
    int length = 0;
    if (xsltSaveResultToString(&bytes, &length, result, compiled) == 0 && bytes)
        buffer_add(out, bytes, (size_t)length);
    xmlFree(bytes);
}

static void write(struct buffer *out, const struct sheet *sheet, xmlDocPtr result,
                  struct buffer *raw)
{
    switch (sheet->method) {
    case METHOD_HTML:
        html_write(out, result, raw);
        break;
    case METHOD_TEXT:
        html_write_text(sheet->ics ? raw : out, result);
        if (sheet->ics && raw->bytes)
            ics_fold(out, raw->bytes);
        break;
    case METHOD_XML:
        write_xml(out, result, sheet->compiled);
        break;
    }
}

/* What is made lies in the request's arena and goes with it; only the hold on shared names is given
 * back. */
static bool transform(const struct sheet *sheet, struct render *render,
                      const struct stylesheets *sheets, struct buffer *out)
{
    xsltTransformContextPtr context = xsltNewTransformContext(sheet->compiled, render->document);
    context->_private = render;
    xsltSetCtxtSecurityPrefs(sheets->security, context);
    xmlDocPtr result =
        xsltApplyStylesheetUser(sheet->compiled, render->document, NULL, NULL, NULL, context);
    bool good = result && context->state == XSLT_STATE_OK && !render->failed && !render->raw->full;
    if (good)
        write(out, sheet, result, render->raw);
    xsltFreeTransformContext(context);
    if (result)
        xmlDictFree(result->dict);
    return good && !out->full && !render->raw->full;
}

bool stylesheets_render(struct stylesheets *sheets, const char *name, const char *lang,
                        struct document *document, struct buffer *out)
{
    const struct sheet *sheet = find(sheets, name);
    if (!sheet) {
        log_line(LOG_ERROR, "no stylesheet", "name", name, NULL);
        return false;
    }
    struct render render = {.labels = sheets->labels,
                            .label = labels_append,
                            .language = language_index(lang),
                            .raw = &sheets->raw,
                            .document = document_xml(document)};
    buffer_clear(&sheets->raw);
    view_errors_clear();
    if (transform(sheet, &render, sheets, out))
        return true;
    log_line(LOG_ERROR, "stylesheet failed", "name", name, "lang", lang, "error",
             out->full || sheets->raw.full ? "the page is too large" : view_errors(), NULL);
    return false;
}

const char *stylesheets_label(const struct stylesheets *sheets, const char *lang, const char *key)
{
    const struct label *label = labels_find(sheets->labels, key);
    return label ? label_source(label, language_index(lang)) : NULL;
}
