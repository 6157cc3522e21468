package app

import (
	"context"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// importable are the names of the files that reviews come in. GTK takes no
// capitals for small letters; a file of another name is under the other filter.
const importable = "*.csv;*.CSV;*.tsv;*.txt;*.xlsx;*.XLSX;*.xlsm;*.ods;*.ODS;*.json;*.JSON;*.jsonl;*.ndjson;*.zip;*.ZIP;*.gz"

// choose asks for a file to read, or for one to write when save proposes one.
func choose(ctx context.Context, save string) (string, error) {
	if save == "" {
		return runtime.OpenFileDialog(ctx, runtime.OpenDialogOptions{Filters: []runtime.FileFilter{
			{DisplayName: "CSV, XLSX, ODS, JSON, ZIP", Pattern: importable}, {DisplayName: "*", Pattern: "*"}}})
	}
	return runtime.SaveFileDialog(ctx, runtime.SaveDialogOptions{DefaultDirectory: filepath.Dir(save), DefaultFilename: filepath.Base(save)})
}

func chooseModel(ctx context.Context) (string, error) {
	return runtime.OpenFileDialog(ctx, runtime.OpenDialogOptions{
		Filters: []runtime.FileFilter{{DisplayName: "GGUF", Pattern: "*.gguf"}, {DisplayName: "*", Pattern: "*"}}})
}
