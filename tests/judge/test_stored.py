from hashlib import sha256

from claimcheck.judge.stored import Stored


def test_a_file_is_sliced_like_its_bytes(tmp_path):
    path = tmp_path / "part"
    data = bytes(range(256)) * 5
    path.write_bytes(data)
    stored = Stored(path)
    assert len(stored) == len(data) and stored.hash == sha256(data).hexdigest()
    for part in (slice(None), slice(3, 9), slice(1_270, 2_000), slice(5, 5), slice(-4, None)):
        assert stored[part] == data[part]


def test_a_file_is_mapped_where_it_cannot_be_read_at_an_offset(tmp_path, monkeypatch):
    monkeypatch.delattr("os.pread")
    path = tmp_path / "part"
    path.write_bytes(b"abcdef")
    assert Stored(path)[2:4] == b"cd"
