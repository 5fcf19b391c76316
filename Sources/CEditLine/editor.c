#define _GNU_SOURCE
#include "../CLibEdit/shim.h"
#include "include/cel_editor.h"
#include "include/cel_terminal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct cel_editor {
  EditLine *line;
  FILE *nowhere;
  History *history;
  bool is_vi;
  cel_read_key read_key;
  cel_run_command run_command;
  void *context;
};

static cel_editor *owner(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

static int read_key(EditLine *line, wchar_t *key) {
  cel_editor *editor = owner(line);
  uint32_t scalar = 0;
  int count = editor->read_key(editor->context, &scalar);
  *key = (wchar_t)scalar;
  return count;
}

static const char *no_prompt(EditLine *line) {
  (void)line;
  return "";
}

static unsigned char run(EditLine *line, cel_command command) {
  cel_editor *editor = owner(line);
  editor->run_command(editor->context, command);
  return CC_REFRESH;
}
static unsigned char run_up(EditLine *line, wint_t key) {
  (void)key;
  return run(line, CEL_COMMAND_UP);
}
static unsigned char run_down(EditLine *line, wint_t key) {
  (void)key;
  return run(line, CEL_COMMAND_DOWN);
}
static unsigned char run_search(EditLine *line, wint_t key) {
  (void)key;
  return run(line, CEL_COMMAND_SEARCH);
}
static unsigned char run_undo(EditLine *line, wint_t key) {
  (void)key;
  return run(line, CEL_COMMAND_UNDO);
}
static unsigned char run_edit(EditLine *line, wint_t key) {
  (void)key;
  return run(line, CEL_COMMAND_EDIT);
}

static void bind(EditLine *line, const char *key, const char *command) {
  el_set(line, EL_BIND, key, command, NULL);
}
static void bind_in_command_mode(EditLine *line, const char *key, const char *command) {
  el_set(line, EL_BIND, "-a", key, command, NULL);
}

static void bind_keys(EditLine *line, bool is_vi) {
  bind(line, "^M", "ed-newline");
  bind(line, "^]", "ed-ignore");
  bind(line, "^\\", is_vi ? "vi-command-mode" : "ed-ignore");
  bind(line, "^W", "ed-delete-prev-word");
  bind(line, "^U", "vi-kill-line-prev");
  bind(line, "\\ex", "ed-unassigned");
  if (!is_vi) return;
  el_set(line, EL_ADDFN, "history-up", "The line above, then the statement before", run_up);
  el_set(line, EL_ADDFN, "history-down", "The line below, then the statement after", run_down);
  el_set(line, EL_ADDFN, "history-search", "Search the history", run_search);
  el_set(line, EL_ADDFN, "statement-undo", "Take the last change back", run_undo);
  el_set(line, EL_ADDFN, "statement-edit", "Edit in another program", run_edit);
  bind_in_command_mode(line, "^M", "ed-newline");
  bind_in_command_mode(line, "^]", "ed-ignore");
  bind_in_command_mode(line, "^\\", "ed-ignore");
  bind_in_command_mode(line, "k", "history-up");
  bind_in_command_mode(line, "j", "history-down");
  bind_in_command_mode(line, "/", "history-search");
  bind_in_command_mode(line, "?", "history-search");
  bind_in_command_mode(line, "u", "statement-undo");
  bind_in_command_mode(line, "v", "statement-edit");
  /* These ask for a command where nobody sees it, or end the line. */
  bind_in_command_mode(line, "#", "ed-unassigned");
  bind_in_command_mode(line, ":", "ed-unassigned");
}

/* ~/.editrc comes first: a `bind -v` in it would throw away every binding made before it. */
static bool choose_mode(EditLine *line, cel_mode mode) {
  el_source(line, NULL);
  if (mode != CEL_MODE_USER) el_set(line, EL_EDITOR, mode == CEL_MODE_VI ? "vi" : "emacs");
  const char *name = NULL;
  if (el_get(line, EL_EDITOR, &name) != 0 || name == NULL) return false;
  return strcmp(name, "vi") == 0;
}

cel_editor *cel_editor_open(const char *name, cel_mode mode, cel_read_key read,
                            cel_run_command run_command) {
  cel_has_utf8();
  cel_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->read_key = read;
  editor->run_command = run_command;
  editor->nowhere = fopen("/dev/null", "we");
  if (editor->nowhere != NULL) {
    /* The descriptors are the terminal's all the same: libedit sets its modes through them. */
    editor->line = el_init_fd(name, stdin, editor->nowhere, editor->nowhere, 0, 1, 2);
  }
  editor->history = history_init();
  if (editor->line == NULL || editor->history == NULL) {
    cel_editor_close(editor);
    return NULL;
  }
  EditLine *line = editor->line;
  el_set(line, EL_CLIENTDATA, editor);
  el_set(line, EL_SIGNAL, 0);
  el_set(line, EL_PROMPT, no_prompt);
  /* Always empty; without one some commands of vi call a function at address 0. */
  el_set(line, EL_HIST, history, editor->history);
  el_set(line, EL_EDITOR, "emacs");
  editor->is_vi = choose_mode(line, mode);
  el_set(line, EL_EDITMODE, 1);
  bind_keys(line, editor->is_vi);
  /* While a line is edited ^C, ^Z and ^\ are keys; between lines they are signals again. */
  el_set(line, EL_SETTY, "-d", "-isig", NULL);
  el_set(line, EL_GETCFN, read_key);
  return editor;
}

void cel_editor_close(cel_editor *editor) {
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_end(editor->history);
  if (editor->nowhere != NULL) fclose(editor->nowhere);
  free(editor);
}

void cel_editor_set_context(cel_editor *editor, void *context) { editor->context = context; }
bool cel_editor_is_vi(const cel_editor *editor) { return editor->is_vi; }

void cel_editor_read(cel_editor *editor) {
  int count = 0;
  el_wgets(editor->line, &count);
}
void cel_editor_set_raw(cel_editor *editor, bool raw) {
  el_set(editor->line, EL_PREP_TERM, raw ? 1 : 0);
}
void cel_editor_resized(cel_editor *editor) { el_resize(editor->line); }

size_t cel_editor_length(cel_editor *editor) {
  const LineInfoW *info = el_wline(editor->line);
  return (size_t)(info->lastchar - info->buffer);
}
size_t cel_editor_cursor(cel_editor *editor) {
  const LineInfoW *info = el_wline(editor->line);
  return (size_t)(info->cursor - info->buffer);
}
size_t cel_editor_copy(cel_editor *editor, uint32_t *scalars, size_t capacity) {
  const LineInfoW *info = el_wline(editor->line);
  size_t length = (size_t)(info->lastchar - info->buffer);
  if (length > capacity) length = capacity;
  for (size_t i = 0; i < length; i++) scalars[i] = (uint32_t)info->buffer[i];
  return length;
}
void cel_editor_move_to(cel_editor *editor, size_t position) {
  el_cursor(editor->line, (int)((long)position - (long)cel_editor_cursor(editor)));
}
bool cel_editor_insert(cel_editor *editor, const uint32_t *scalars, size_t count) {
  wchar_t *text = calloc(count + 1, sizeof *text);
  if (text == NULL) return false;
  for (size_t i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  bool done = count == 0 || el_winsertstr(editor->line, text) == 0;
  free(text);
  return done;
}
void cel_editor_delete_before(cel_editor *editor, size_t count) {
  /* libedit's own el_deletestr puts what it deletes in the place of what the user has killed. What
     el_wline gives is the line itself. */
  LineInfoW *line = (LineInfoW *)el_wline(editor->line);
  wchar_t *cursor = (wchar_t *)line->cursor;
  wmemmove(cursor - count, cursor, (size_t)(line->lastchar - cursor));
  line->cursor -= count;
  line->lastchar -= count;
}
