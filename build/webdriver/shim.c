/* Lets a WebDriver session drive the very binary that ships, which itself
 * allows no automation. Preloaded by the window tests only. The driver starts
 * the binary with WEBKIT_INSPECTOR_SERVER set; the binary unsets it before
 * WebKit looks, so that one unsetenv is ignored; the one web view is built as
 * an automated one and handed over when the session asks for a view. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>
#include <webkit2/webkit2.h>

int unsetenv(const char *name) {
    if (strcmp(name, "WEBKIT_INSPECTOR_SERVER") == 0) return 0;
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unsetenv");
    return real(name);
}

static WebKitWebView *same_view(WebKitAutomationSession *session, gpointer view) {
    return WEBKIT_WEB_VIEW(view);
}

static void started(WebKitWebContext *context, WebKitAutomationSession *session, gpointer view) {
    g_signal_connect(session, "create-web-view", G_CALLBACK(same_view), view);
}

GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager) {
    WebKitWebContext *context = webkit_web_context_get_default();
    webkit_web_context_set_automation_allowed(context, TRUE);
    GtkWidget *view = g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", context,
        "user-content-manager", manager, "is-controlled-by-automation", TRUE, NULL);
    g_signal_connect(context, "automation-started", G_CALLBACK(started), view);
    return view;
}
