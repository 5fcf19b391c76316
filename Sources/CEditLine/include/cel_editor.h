#ifndef CEL_EDITOR_H
#define CEL_EDITOR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A headless libedit: it keeps the text, the cursor, the key maps, yank and undo; what it draws
   goes nowhere. Characters are Unicode scalars throughout, whatever the locale. */
typedef struct cel_editor cel_editor;

/* Gives the next key: 1 and the scalar, or 0 at the end of input. */
typedef int (*cel_read_key)(void *_Nullable context, uint32_t *_Nonnull scalar);
/* A command bound in vi's command mode: k, j, the search keys, u and v. */
typedef enum cel_command {
  CEL_COMMAND_UP = 1,
  CEL_COMMAND_DOWN = 2,
  CEL_COMMAND_SEARCH = 3,
  CEL_COMMAND_UNDO = 4,
  CEL_COMMAND_EDIT = 5
} cel_command;
typedef void (*cel_run_command)(void *_Nullable context, cel_command command);

typedef enum cel_mode {
  CEL_MODE_EMACS = 0,
  CEL_MODE_VI = 1,
  /* What ~/.editrc asks for, or else emacs. */
  CEL_MODE_USER = 2
} cel_mode;

/* Keys that cel_read_key returns for an action; a keyboard's own are never passed on. */
enum {
  /* Ends the line in every mode. */
  CEL_KEY_FINISH = 0x0d,
  /* The Escape key on its own: vi's way into command mode. */
  CEL_KEY_ESCAPE = 0x1c,
  /* Does nothing, but makes libedit forget a half-typed vi operator. */
  CEL_KEY_NOTHING = 0x1d
};

/* NULL where libedit cannot be opened on standard input. */
cel_editor *_Nullable cel_editor_open(const char *_Nonnull name, cel_mode mode,
                                      cel_read_key _Nonnull read_key,
                                      cel_run_command _Nonnull run_command);
void cel_editor_close(cel_editor *_Nonnull editor);
/* The value that both callbacks are called with. */
void cel_editor_set_context(cel_editor *_Nonnull editor, void *_Nullable context);
bool cel_editor_is_vi(const cel_editor *_Nonnull editor);

/* Edits one line until a key finishes it; the text stays in the buffer until the next call. */
void cel_editor_read(cel_editor *_Nonnull editor);
/* Raw mode on and off, round a suspension. */
void cel_editor_set_raw(cel_editor *_Nonnull editor, bool raw);
void cel_editor_resized(cel_editor *_Nonnull editor);

size_t cel_editor_length(cel_editor *_Nonnull editor);
size_t cel_editor_cursor(cel_editor *_Nonnull editor);
/* Copies at most `capacity` scalars; returns how many. */
size_t cel_editor_copy(cel_editor *_Nonnull editor, uint32_t *_Nonnull scalars, size_t capacity);
void cel_editor_move_to(cel_editor *_Nonnull editor, size_t position);
/* Inserts at the cursor; false where there is no memory. No scalar may be 0. */
bool cel_editor_insert(cel_editor *_Nonnull editor, const uint32_t *_Nonnull scalars, size_t count);
/* No more than there are before the cursor. */
void cel_editor_delete_before(cel_editor *_Nonnull editor, size_t count);
#endif
