// Prints for each name in the Go files below a folder where it is declared, as the compiler's own
// type checker says: GOFLAGS=-mod=mod go run benchmarks/go_answers.go FOLDER > answers.tsv
//
// Packages of the folder's modules and of Go itself are read; those from elsewhere are taken to be
// empty, and what is called on their types has no answer.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

var modulePattern = regexp.MustCompile(`(?m)^module\s+"?([^\s"]+)`)

// reader loads packages from folders, and each of them once.
type reader struct {
	root     string
	files    *token.FileSet
	modules  map[string]string // path of a module → its folder
	packages map[string]*types.Package
	standard types.Importer
	out      *bufio.Writer
}

func main() {
	root, err := filepath.Abs(os.Args[1])
	if err != nil {
		panic(err)
	}
	files := token.NewFileSet()
	build.Default.CgoEnabled = false
	r := &reader{
		root:     root,
		files:    files,
		modules:  map[string]string{},
		packages: map[string]*types.Package{},
		standard: importer.ForCompiler(files, "source", nil),
		out:      bufio.NewWriter(os.Stdout),
	}
	defer r.out.Flush()
	var folders []string
	_ = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "vendor" || strings.HasPrefix(entry.Name(), ".git")) {
			return filepath.SkipDir
		}
		if entry.IsDir() {
			folders = append(folders, name)
		} else if entry.Name() == "go.mod" {
			if text, err := os.ReadFile(name); err == nil {
				if found := modulePattern.FindSubmatch(text); found != nil {
					r.modules[string(found[1])] = filepath.Dir(name)
				}
			}
		}
		return nil
	})
	for _, folder := range folders {
		r.answer(folder)
	}
}

// Import returns a package by its path: of the folder's modules, of Go, or an empty one.
func (r *reader) Import(name string) (*types.Package, error) {
	if found, ok := r.packages[name]; ok {
		return found, nil
	}
	if folder := r.folder(name); folder != "" {
		r.packages[name] = empty(name) // an import that comes back here
		if sources, _, _ := r.parse(folder); len(sources) > 0 {
			r.packages[name] = r.check(name, sources, nil)
		}
	} else if found, err := r.standard.Import(name); err == nil && !strings.Contains(strings.Split(name, "/")[0], ".") {
		r.packages[name] = found
	} else {
		r.packages[name] = empty(name)
	}
	return r.packages[name], nil
}

func empty(name string) *types.Package {
	made := types.NewPackage(name, path.Base(name))
	made.MarkComplete()
	return made
}

func (r *reader) folder(name string) string {
	best := ""
	for module := range r.modules {
		if (name == module || strings.HasPrefix(name, module+"/")) && len(module) > len(best) {
			best = module
		}
	}
	if best == "" {
		return ""
	}
	return filepath.Join(r.modules[best], strings.TrimPrefix(name, best))
}

// parse reads the files that a build here takes: sources, tests inside of the package, and beside it.
func (r *reader) parse(folder string) (sources, inside, beside []*ast.File) {
	names, _ := filepath.Glob(filepath.Join(folder, "*.go"))
	sort.Strings(names)
	for _, name := range names {
		if matches, err := build.Default.MatchFile(folder, filepath.Base(name)); err != nil || !matches {
			continue
		}
		file, err := parser.ParseFile(r.files, name, nil, parser.SkipObjectResolution)
		if file == nil || err != nil {
			continue
		}
		switch {
		case !strings.HasSuffix(name, "_test.go"):
			sources = append(sources, file)
		case strings.HasSuffix(file.Name.Name, "_test"):
			beside = append(beside, file)
		default:
			inside = append(inside, file)
		}
	}
	return sources, inside, beside
}

func (r *reader) check(name string, files []*ast.File, info *types.Info) *types.Package {
	conf := types.Config{Importer: r, Error: func(error) {}, FakeImportC: true}
	made, _ := conf.Check(name, r.files, files, info)
	return made
}

// answer checks one folder's package with its tests, and prints what its names mean.
func (r *reader) answer(folder string) {
	sources, inside, beside := r.parse(folder)
	name := r.name(folder)
	if own := append(sources, inside...); len(own) > 0 {
		info := newInfo()
		made := r.check(name, own, info)
		r.print(info)
		if len(beside) > 0 {
			r.packages[name] = made // tests beside a package see what tests inside of it declare
		}
	}
	if len(beside) > 0 {
		info := newInfo()
		r.check(name+"_test", beside, info)
		r.print(info)
	}
}

func newInfo() *types.Info {
	return &types.Info{
		Uses:      map[*ast.Ident]types.Object{},
		Instances: map[*ast.Ident]types.Instance{},
	}
}

func (r *reader) name(folder string) string {
	for module, at := range r.modules {
		if inside, err := filepath.Rel(at, folder); err == nil && !strings.HasPrefix(inside, "..") {
			return path.Join(module, filepath.ToSlash(inside))
		}
	}
	return folder
}

func (r *reader) print(info *types.Info) {
	for ident, object := range info.Uses {
		here, there := r.files.Position(ident.Pos()), r.files.Position(origin(object).Pos())
		kind := fmt.Sprintf("%T", object)
		if _, ok := object.(*types.PkgName); ok || kind == "*types.Builtin" {
			continue
		}
		place := r.place(there)
		if one, ok := object.(*types.Var); ok && one.Embedded() {
			place += " " + r.place(r.files.Position(named(one.Type())))
		}
		fmt.Fprintf(r.out, "%s\t%d\t%d\t%s\tok\t%s\t%s\n",
			here.Filename, here.Line, here.Column-1, ident.Name, kind, place)
	}
}

func (r *reader) place(there token.Position) string {
	if !there.IsValid() || !strings.HasPrefix(there.Filename, r.root+"/") {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", there.Filename, there.Line, there.Column-1)
}

// named returns where the type of an embedded field is declared: the field has no other declaration.
func named(one types.Type) token.Pos {
	if pointer, ok := one.(*types.Pointer); ok {
		one = pointer.Elem()
	}
	switch one := one.(type) {
	case *types.Named:
		return one.Obj().Pos()
	case *types.Alias:
		return one.Obj().Pos()
	}
	return token.NoPos
}

// origin returns what an object was made of by putting type arguments in.
func origin(object types.Object) types.Object {
	switch one := object.(type) {
	case *types.Func:
		return one.Origin()
	case *types.Var:
		return one.Origin()
	}
	return object
}
